package io.entente.partner.erasures;

import io.entente.partner.agreements.Agreements;
import io.entente.partner.memberships.Rosters;
import io.entente.partner.onboarding.ManageOnboarding;
import io.entente.partner.partnership.Partners;
import io.entente.partner.qualification.QualifyPartner;
import io.entente.platform.erasures.Erasable;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says what the service can erase. */
@Configuration(proxyBeanMethods = false)
class PartnerErasureConfiguration {

    @Bean
    Erasable partnerErasure(
            Partners partners,
            Rosters rosters,
            Agreements agreements,
            ManageOnboarding onboarding,
            QualifyPartner qualify,
            Clock clock) {
        return new PartnerErasure(partners, rosters, agreements, onboarding, qualify, clock);
    }
}
