package io.entente.referral.referral;

import io.entente.platform.web.InvalidInputException;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.partners.Arrivals;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.program.Editions;
import io.entente.referral.program.QualificationChecklist;
import io.entente.referral.program.ReasonList;
import io.entente.referral.referral.commands.GivenReasons;
import io.entente.referral.referral.submission.PreviewSubmissionHandler;
import io.entente.referral.referral.submission.SubmitReferralHandler;
import io.entente.referral.referral.view.NextSteps;
import io.entente.referral.referral.view.ReferralDeals;
import io.entente.referral.referral.view.ReferralViews;
import io.entente.referral.referral.view.StateNextSteps;
import io.entente.referral.sla.SlaPolicies;
import io.entente.referral.sla.calendar.Holidays;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The beans of the referral feature. */
@Configuration(proxyBeanMethods = false)
class ReferralConfiguration {

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
            Arrivals arrivals,
            Editions<QualificationChecklist> checklists,
            TermsInForce terms,
            Clock clock) {
        return new SubmitReferralHandler(referrals, introductions, arrivals, checklists, terms, clock);
    }

    /** @param zone the program's time zone, {@code entente.program.time-zone} */
    @Bean
    PreviewSubmissionHandler previewSubmissionHandler(
            Referrals referrals,
            Introductions introductions,
            KnownPartners partners,
            Editions<QualificationChecklist> checklists,
            TermsInForce terms,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new PreviewSubmissionHandler(referrals, introductions, partners, checklists, terms, zone, clock);
    }

    @Bean
    TermsInForce termsInForce(
            KnownPartners partners,
            SlaPolicies slaPolicies,
            Holidays holidays,
            AttributionPolicies attribution,
            ClockPolicy clocks) {
        return new TermsInForce(
                partners, slaPolicies, holidays, tier -> attribution.inForce().protection(tier), clocks);
    }

    @Bean
    ReferralCommandHandler referralCommandHandler(Referrals referrals, TermsInForce terms, Clock clock) {
        return new ReferralCommandHandler(referrals, terms, clock);
    }

    /** The steps that follow from the state. Other features add their own. */
    @Bean
    NextSteps stateNextSteps(Clock clock) {
        return new StateNextSteps(clock);
    }

    @Bean
    GivenReasons givenReasons(Editions<ReasonList> lists) {
        return new GivenReasons(
                lists, error -> InvalidInputException.malformed(List.of(error)), InvalidInputException::unprocessable);
    }

    @Bean
    ReferralViews referralViews(ReferralDeals deals, Clock clock) {
        return new ReferralViews(deals, clock);
    }
}
