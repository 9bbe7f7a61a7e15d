package io.entente.platform.runtime.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.scheduling.TaskScheduler;

/** Creates the sweeps of a service, which share one scheduler. */
public final class Sweeps {

    private final TaskScheduler scheduler;
    private final MeterRegistry registry;

    public Sweeps(TaskScheduler scheduler, MeterRegistry registry) {
        this.scheduler = scheduler;
        this.registry = registry;
    }

    /**
     * A sweep whose first run begins one interval after the service has started.
     *
     * @param name lower case with hyphens, unique within the service; for logs and metrics
     */
    public Sweep every(Duration interval, String name, Runnable task) {
        return new Sweep(name, interval, interval, task, scheduler, registry);
    }

    /**
     * A sweep whose first run begins when the service starts, for work that a stopped instance may have left.
     *
     * @param name lower case with hyphens, unique within the service; for logs and metrics
     */
    public Sweep atStartAndEvery(Duration interval, String name, Runnable task) {
        return new Sweep(name, Duration.ZERO, interval, task, scheduler, registry);
    }
}
