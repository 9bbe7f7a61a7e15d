package io.entente.referral.erasures;

import io.entente.platform.erasures.Erasable;
import io.entente.referral.referral.Referrals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says what the service can erase. */
@Configuration(proxyBeanMethods = false)
class ClientContactErasureConfiguration {

    @Bean
    Erasable clientContactErasure(Referrals referrals) {
        return new ClientContactErasure(referrals);
    }
}
