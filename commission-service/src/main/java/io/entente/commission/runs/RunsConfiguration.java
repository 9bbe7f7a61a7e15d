package io.entente.commission.runs;

import io.entente.commission.partners.PartnerDirectory;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.runtime.TransientFailures;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.ConcurrencyFailureException;

/** Processes runs in the background for as long as the service runs. */
@Configuration(proxyBeanMethods = false)
class RunsConfiguration {

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    @Bean
    @Lazy
    RunWorker runWorker(
            PartnerRuns runs,
            PartnerDirectory partners,
            ObjectProvider<PartnerWork> works,
            Clock clock,
            @Qualifier("partnerRunsSweep") ObjectProvider<Sweep> sweep) {
        List<PartnerWork> all = works.orderedStream().toList();
        return new RunWorker(runs, partners, all, RunsConfiguration::isTransient, clock, scheduleOf(sweep));
    }

    @Bean
    Sweep partnerRunsSweep(Sweeps sweeps, RunWorker worker) {
        return sweeps.atStartAndEvery(INTERVAL, "partner-runs", worker::workOff);
    }

    private static RunSchedule scheduleOf(ObjectProvider<Sweep> sweep) {
        return new RunSchedule() {
            @Override
            public void runSoon() {
                sweep.getObject().runSoon();
            }

            @Override
            public boolean isStopping() {
                return !sweep.getObject().isRunning();
            }
        };
    }

    private static boolean isTransient(RuntimeException failure) {
        return TransientFailures.isTransient(failure)
                || failure instanceof ConcurrentUpdateException
                || failure instanceof ConcurrencyFailureException;
    }
}
