package io.entente.commission.runs;

import io.entente.commission.partners.PartnerDirectory;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.runtime.TransientFailures;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.ConcurrencyFailureException;

/** Starts the worker with the service and stops it before the store goes. */
@Configuration(proxyBeanMethods = false)
class RunsConfiguration {

    @Bean
    @Lazy
    RunWorker runWorker(
            PartnerRuns runs,
            PartnerDirectory partners,
            ObjectProvider<PartnerWork> works,
            Clock clock,
            IdGenerator ids) {
        List<PartnerWork> all = works.orderedStream().toList();
        return new RunWorker(runs, partners, all, RunsConfiguration::passes, clock, ids);
    }

    @Bean
    SmartLifecycle runWorkerLifecycle(RunWorker worker) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                worker.start();
                running = true;
            }

            @Override
            public void stop() {
                worker.stop();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }

    private static boolean passes(RuntimeException failure) {
        return TransientFailures.isTransient(failure) || failure instanceof ConcurrencyFailureException;
    }
}
