package io.entente.partner.partnership;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the command handlers. */
@Configuration(proxyBeanMethods = false)
class PartnershipConfiguration {

    @Bean
    RegisterPartnerHandler registerPartnerHandler(Partners partners, Clock clock) {
        return new RegisterPartnerHandler(partners, clock);
    }

    @Bean
    ActivatePartnerHandler activatePartnerHandler(Partners partners, Clock clock) {
        return new ActivatePartnerHandler(partners, clock);
    }

    @Bean
    ChangeTeamHandler changeTeamHandler(Partners partners) {
        return new ChangeTeamHandler(partners);
    }
}
