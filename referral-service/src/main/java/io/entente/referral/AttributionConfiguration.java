package io.entente.referral;

import io.entente.platform.domain.IdGenerator;
import io.entente.referral.attribution.Attribution;
import io.entente.referral.attribution.AttributionPolicies;
import io.entente.referral.attribution.AttributionSettings;
import io.entente.referral.attribution.Claimants;
import io.entente.referral.attribution.Claims;
import io.entente.referral.attribution.ConflictCases;
import io.entente.referral.attribution.ConflictHandler;
import io.entente.referral.attribution.ProtectionDates;
import io.entente.referral.attribution.Undertakings;
import io.entente.referral.attribution.sweep.AttributionSweeper;
import io.entente.referral.submission.AttributedReferrals;
import io.entente.referral.submission.Introductions;
import io.entente.referral.submission.ReferralClaimants;
import io.entente.referral.submission.Referrals;
import io.entente.referral.submission.TermsInForce;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Puts attribution around the referrals' store: whoever writes a referral, its claim follows. */
@Configuration(proxyBeanMethods = false)
class AttributionConfiguration {

    private static final String STORE = "mongoReferrals";

    @Bean
    AttributionSettings attributionSettings(Environment environment) {
        return Binder.get(environment)
                .bind("entente.referral.attribution", AttributionSettings.class)
                .get();
    }

    @Bean
    Claimants claimants(
            @Qualifier(STORE) Referrals store, TermsInForce terms, AttributionPolicies policies, Clock clock) {
        return new ReferralClaimants(store, terms, policies, clock);
    }

    @Bean
    Attribution attribution(
            Claims claims,
            Claimants claimants,
            ConflictCases cases,
            Undertakings undertakings,
            ProtectionDates dates,
            AttributionPolicies policies,
            AttributionSettings settings,
            IdGenerator ids,
            Clock clock) {
        return new Attribution(claims, claimants, cases, undertakings, dates, policies, settings, ids, clock);
    }

    @Bean
    @Primary
    Referrals attributedReferrals(
            @Qualifier(STORE) Referrals store, Attribution attribution, AttributionPolicies policies) {
        return new AttributedReferrals(store, attribution, policies);
    }

    @Bean
    Introductions introductions(Referrals referrals, Attribution attribution, AttributionPolicies policies) {
        return new Introductions(referrals, attribution, policies);
    }

    @Bean
    ConflictHandler conflictHandler(
            ConflictCases cases, Claimants claimants, Undertakings undertakings, Attribution attribution, Clock clock) {
        return new ConflictHandler(cases, claimants, undertakings, attribution, clock);
    }

    @Bean
    AttributionSweeper attributionSweeper(
            Attribution attribution, AttributionSettings settings, MeterRegistry registry) {
        return new AttributionSweeper(attribution, settings, registry);
    }
}
