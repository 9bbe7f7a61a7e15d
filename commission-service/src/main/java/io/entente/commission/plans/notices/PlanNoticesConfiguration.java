package io.entente.commission.plans.notices;

import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.changes.PlanPolicy;
import io.entente.commission.plans.changes.PlanRegisters;
import io.entente.commission.runs.PartnerRuns;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells partners of new versions of plans for as long as the service runs. */
@Configuration(proxyBeanMethods = false)
class PlanNoticesConfiguration {

    @Bean
    NotifyOfPlanChange notifyOfPlanChange(
            PlanRegisters registers,
            PartnerProfiles profiles,
            PlanNotices notices,
            PartnerRuns runs,
            PolicyVersions<PlanPolicy> policies,
            Clock clock,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        return new NotifyOfPlanChange(registers, profiles, notices, runs, policies, clock, zone);
    }

    @Bean
    NotifyOfTierChange notifyOfTierChange(
            PlanBooks books,
            PlanNotices notices,
            PolicyVersions<PlanPolicy> policies,
            Clock clock,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        return new NotifyOfTierChange(books, notices, policies, clock, zone);
    }

    /** @param interval {@code entente.commission.plan-notice-sweep-interval} */
    @Bean
    Sweep planNoticesSweep(
            Sweeps sweeps,
            NotifyOfPlanChange notify,
            @Value("${entente.commission.plan-notice-sweep-interval:5s}") Duration interval) {
        return sweeps.atStartAndEvery(interval, "plan-notices", notify::sweep);
    }
}
