package io.entente.partner.partnership;

import io.entente.partner.partnership.commands.MergePartners;
import io.entente.partner.partnership.commands.RemindOfPauses;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
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
    RemindOfPauses remindOfPauses(
            Partners partners, @Value("${entente.program.time-zone:UTC}") ZoneId zone, Clock clock) {
        return new RemindOfPauses(partners, zone, clock);
    }

    /** A reminder is due on a day, so it may come some minutes after midnight. */
    @Bean
    Sweep pausesSweep(
            Sweeps sweeps, RemindOfPauses remind, @Value("${entente.partner.pauses-interval:PT1M}") Duration interval) {
        return sweeps.atStartAndEvery(interval, "pauses", remind::run);
    }

    @Bean
    MergePartners mergePartners(Partners partners, Clock clock) {
        return new MergePartners(partners, clock);
    }

    @Bean
    PartnerCommandHandler partnerCommandHandler(Partners partners, Clock clock) {
        return new PartnerCommandHandler(partners, clock);
    }
}
