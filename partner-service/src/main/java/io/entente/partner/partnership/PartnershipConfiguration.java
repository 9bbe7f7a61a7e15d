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
    PartnerCommandHandler partnerCommandHandler(Partners partners, Clock clock) {
        return new PartnerCommandHandler(partners, clock);
    }
}
