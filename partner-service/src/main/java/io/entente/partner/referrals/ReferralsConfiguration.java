package io.entente.partner.referrals;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the referrals of partners. */
@Configuration(proxyBeanMethods = false)
class ReferralsConfiguration {

    @Bean
    FollowReferrals followReferrals(PartnerReferrals referrals) {
        return new FollowReferrals(referrals);
    }
}
