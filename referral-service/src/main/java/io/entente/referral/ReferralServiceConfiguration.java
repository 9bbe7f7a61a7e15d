package io.entente.referral;

import io.entente.referral.attribution.AttributionPolicies;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.program.Editions;
import io.entente.referral.program.QualificationChecklist;
import io.entente.referral.sla.Holidays;
import io.entente.referral.sla.SlaPolicies;
import io.entente.referral.submission.ClockNextSteps;
import io.entente.referral.submission.CloseDealHandler;
import io.entente.referral.submission.DealIds;
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
            TermsInForce terms,
            Clock clock) {
        return new SubmitReferralHandler(referrals, introductions, partners, checklists, policy, terms, clock);
    }

    @Bean
    TermsInForce termsInForce(
            KnownPartners partners, SlaPolicies slaPolicies, Holidays holidays, AttributionPolicies attribution) {
        return new TermsInForce(
                partners, slaPolicies, holidays, tier -> attribution.inForce().protection(tier));
    }

    @Bean
    ReferralCommandHandler referralCommandHandler(Referrals referrals, TermsInForce terms, Clock clock) {
        return new ReferralCommandHandler(referrals, terms, clock);
    }

    @Bean
    NextSteps clockNextSteps() {
        return new ClockNextSteps();
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
