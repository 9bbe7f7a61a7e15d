package io.entente.notification.delivery.worker;

import io.entente.notification.delivery.DeliverMail;
import io.entente.notification.delivery.Outgoing;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Wires the threads that deliver mails, and the sweep. */
@Configuration(proxyBeanMethods = false)
class DeliveryWorkerConfiguration {

    /** How long a stopping service waits for mails in progress. A mail that takes longer is sent again after its lease. */
    private static final int SHUTDOWN_SECONDS = 10;

    @Bean
    DeliveryWorker deliveryWorker(
            DeliverMail deliverMail,
            Outgoing outgoing,
            DeliveryProperties properties,
            MeterRegistry registry,
            Clock clock) {
        return new DeliveryWorker(
                deliverMail, outgoing, new DeliveryMetrics(registry, clock), threads(properties), clock);
    }

    @Bean
    Sweep mailSweep(Sweeps sweeps, DeliveryWorker worker, DeliveryProperties properties) {
        return sweeps.atStartAndEvery(properties.sweepInterval(), "mails", worker::sweep);
    }

    /** Not a bean: Spring Boot would use it in place of its own executor. */
    private static ThreadPoolTaskExecutor threads(DeliveryProperties properties) {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(properties.workers());
        threads.setMaxPoolSize(properties.workers());
        threads.setQueueCapacity(properties.queueSize());
        threads.setThreadNamePrefix("mail-");
        threads.setDaemon(true);
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(SHUTDOWN_SECONDS);
        threads.initialize();
        return threads;
    }
}
