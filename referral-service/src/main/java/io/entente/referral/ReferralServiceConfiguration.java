package io.entente.referral;

import io.entente.referral.partners.KnownPartners;
import io.entente.referral.submission.CloseDealHandler;
import io.entente.referral.submission.DealIds;
import io.entente.referral.submission.ReferralPolicy;
import io.entente.referral.submission.Referrals;
import io.entente.referral.submission.ReviewReferralHandler;
import io.entente.referral.submission.SubmitReferralHandler;
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
            Referrals referrals, KnownPartners partners, ReferralPolicy policy, Clock clock) {
        return new SubmitReferralHandler(referrals, partners, policy, clock);
    }

    @Bean
    ReviewReferralHandler reviewReferralHandler(Referrals referrals, ReferralPolicy policy, Clock clock) {
        return new ReviewReferralHandler(referrals, policy, clock);
    }

    @Bean
    CloseDealHandler closeDealHandler(Referrals referrals, DealIds dealIds, KnownPartners partners, Clock clock) {
        return new CloseDealHandler(referrals, dealIds, partners, clock);
    }
}
