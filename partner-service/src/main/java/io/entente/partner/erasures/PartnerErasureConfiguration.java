package io.entente.partner.erasures;

import io.entente.partner.memberships.Rosters;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.TextsAboutPartners;
import io.entente.platform.erasures.Erasable;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says what the service can erase. */
@Configuration(proxyBeanMethods = false)
class PartnerErasureConfiguration {

    @Bean
    KnownPersons knownPersons(Partners partners, Rosters rosters) {
        return new KnownPersons(partners, rosters);
    }

    @Bean
    Erasable partnerErasure(
            Partners partners, Rosters rosters, KnownPersons persons, List<TextsAboutPartners> texts, Clock clock) {
        return new PartnerErasure(partners, rosters, persons, texts, clock);
    }
}
