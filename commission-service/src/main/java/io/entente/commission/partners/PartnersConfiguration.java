package io.entente.commission.partners;

import io.entente.platform.security.DefaultRight;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says what members of partners need to see money. */
@Configuration(proxyBeanMethods = false)
class PartnersConfiguration {

    /** Commissions, statements, payouts and how the partner is paid are about the whole partner, so one right is for all of them. */
    @Bean
    DefaultRight rightToSeeCommissions() {
        return new DefaultRight("SEE_COMMISSIONS");
    }
}
