package io.entente.platform.runtime.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The one scheduler of a service. */
@AutoConfiguration(beforeName = "org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration")
public class SchedulingConfiguration {

    /**
     * The bean has the name by which Spring Integration looks for a scheduler, so that it doesn't create another one. It
     * outlives the sweeps: they end in {@link Sweep#PHASE}, after the context has been closed.
     *
     * @param threads sweeps that can run at the same time in one instance ({@code entente.scheduling.threads})
     */
    @Bean
    ThreadPoolTaskScheduler taskScheduler(
            @Value("${spring.application.name}") String service,
            @Value("${entente.scheduling.threads:4}") int threads) {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(threads);
        scheduler.setThreadNamePrefix(service + "-scheduler-");
        scheduler.setDaemon(true);
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setAcceptTasksAfterContextClose(true);
        scheduler.setPhase(Integer.MIN_VALUE);
        return scheduler;
    }

    @Bean
    Sweeps sweeps(TaskScheduler taskScheduler, MeterRegistry registry) {
        return new Sweeps(taskScheduler, registry);
    }
}
