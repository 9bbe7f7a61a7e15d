package io.entente.referral;

import io.entente.referral.attribution.AttributionPolicies;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.program.Editions;
import io.entente.referral.program.QualificationChecklist;
import io.entente.referral.submission.CloseDealHandler;
import io.entente.referral.submission.DealIds;
import io.entente.referral.submission.ExpireReferralHandler;
import io.entente.referral.submission.Introductions;
import io.entente.referral.submission.NextSteps;
import io.entente.referral.submission.ReferralCommandHandler;
import io.entente.referral.submission.ReferralPolicy;
import io.entente.referral.submission.Referrals;
import io.entente.referral.submission.StateNextSteps;
import io.entente.referral.submission.SubmitReferralHandler;
import io.entente.referral.submission.TermsInForce;
import java.time.Clock;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the features together: they themselves know no framework. */
@Configuration(proxyBeanMethods = false)
class ReferralServiceConfiguration {

    @Bean
    ReferralPolicy referralPolicy(Environment environment) {
        return Binder.get(environment)
                .bind("entente.referral.policy", ReferralPolicy.class)
                .get();
    }

    @Bean
    SubmitReferralHandler submitReferralHandler(
            Referrals referrals,
            Introductions introductions,
            KnownPartners partners,
            Editions<QualificationChecklist> checklists,
            ReferralPolicy policy,
            Clock clock) {
        return new SubmitReferralHandler(referrals, introductions, partners, checklists, policy, clock);
    }

    /** By the partner's tier; a partner that isn't known here any more keeps what everybody has. */
    @Bean
    TermsInForce termsInForce(KnownPartners partners, ReferralPolicy policy, AttributionPolicies attribution) {
        return partnerId -> partners.find(partnerId)
                .map(partner -> policy.terms(partner.tier())
                        .protectedFor(attribution.inForce().protection(partner.tier())))
                .orElseGet(policy::leastTerms);
    }

    @Bean
    ReferralCommandHandler referralCommandHandler(Referrals referrals, TermsInForce terms, Clock clock) {
        return new ReferralCommandHandler(referrals, terms, clock);
    }

    @Bean
    ExpireReferralHandler expireReferralHandler(ReferralCommandHandler commands, Clock clock) {
        return new ExpireReferralHandler(commands, clock);
    }

    /** What comes next by the state; other features add what they know. */
    @Bean
    NextSteps stateNextSteps() {
        return new StateNextSteps();
    }

    @Bean
    CloseDealHandler closeDealHandler(
            Referrals referrals, DealIds dealIds, KnownPartners partners, TermsInForce terms, Clock clock) {
        return new CloseDealHandler(referrals, dealIds, partners, terms, clock);
    }
}
