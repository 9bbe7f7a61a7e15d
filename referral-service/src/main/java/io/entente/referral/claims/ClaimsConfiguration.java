package io.entente.referral.claims;

import io.entente.referral.attribution.Attribution;
import io.entente.referral.attribution.Claimants;
import io.entente.referral.attribution.conflicts.IntroductionAuthors;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.intake.rows.ImportedClients;
import io.entente.referral.referral.Introductions;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.TermsInForce;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Wraps the store of the referrals with attribution, so that claims follow every write. */
@Configuration(proxyBeanMethods = false)
class ClaimsConfiguration {

    private static final String STORE = "mongoReferrals";

    @Bean
    Claimants claimants(
            @Qualifier(STORE) Referrals store, TermsInForce terms, AttributionPolicies policies, Clock clock) {
        return new ReferralClaimants(store, terms, policies, clock);
    }

    @Bean
    @Primary
    Referrals attributedReferrals(
            @Qualifier(STORE) Referrals store, Attribution attribution, AttributionPolicies policies) {
        return new AttributedReferrals(store, attribution, policies);
    }

    @Bean
    IntroductionAuthors introductionAuthors(@Qualifier(STORE) Referrals store) {
        return (author, ids) -> store
                .submittedBy(author, ids.stream().map(ReferralId::new).toList())
                .stream()
                .map(ReferralId::value)
                .collect(Collectors.toSet());
    }

    @Bean
    ImportedClients importedClients(Attribution attribution, AttributionPolicies policies, Clock clock) {
        return new ClaimedImports(attribution, policies, clock);
    }

    @Bean
    Introductions introductions(Referrals referrals, Attribution attribution, AttributionPolicies policies) {
        return new ClaimingIntroductions(referrals, attribution, policies);
    }
}
