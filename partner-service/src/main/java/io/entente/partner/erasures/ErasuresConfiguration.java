package io.entente.partner.erasures;

import io.entente.partner.agreements.Agreements;
import io.entente.partner.memberships.Rosters;
import io.entente.partner.partnership.Partners;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires erasures. */
@Configuration(proxyBeanMethods = false)
class ErasuresConfiguration {

    @Bean
    ErasePartner erasePartner(
            Erasures erasures, Partners partners, Rosters rosters, Agreements agreements, Clock clock) {
        return new ErasePartner(erasures, partners, rosters, agreements, clock);
    }
}
