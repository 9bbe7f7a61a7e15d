package io.entente.platform.runtime.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.TaskScheduler;

/**
 * Repeats a task at an interval while the service runs. A sweep is a bean that is created with {@link Sweeps}:
 *
 * <pre>{@code
 * @Bean
 * Sweep payoutSweep(Sweeps sweeps, FollowBatch follow) {
 *     return sweeps.atStartAndEvery(Duration.ofSeconds(5), "payouts", follow::sweep);
 * }
 * }</pre>
 *
 * <p>The interval is the pause between the end of one run and the start of the next, and two runs of one sweep never overlap
 * within an instance. A run that fails is logged, and the next run follows after the same interval. Every instance of a
 * service sweeps, so a task must allow for other instances that do the same at the same time.
 *
 * <p>Sweeps stop after the web server and the consumers, and before the outbox relay waits for what it has sent. A run in
 * progress may finish within {@link #GRACE}; then its thread is interrupted.
 *
 * <p>Each run is recorded in the timer {@code entente.sweep.duration} with the tags {@code sweep} (the name) and
 * {@code outcome} ({@code success} or {@code failure}).
 */
public final class Sweep implements SmartLifecycle {

    /** Below the phases of the web server and the consumers, above the phase of the outbox relay. */
    public static final int PHASE = 0;

    /** How long a run in progress may go on after the service begins to stop. */
    public static final Duration GRACE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final String name;
    private final Duration firstDelay;
    private final Duration interval;
    private final Runnable task;
    private final TaskScheduler scheduler;
    private final Timer succeeded;
    private final Timer failed;
    /** Runs that were asked for and have not ended, including the one in progress. */
    private final AtomicInteger requested = new AtomicInteger();

    private @Nullable ScheduledFuture<?> schedule;
    private @Nullable Thread running;
    private @Nullable Runnable whenIdle;

    Sweep(
            String name,
            Duration firstDelay,
            Duration interval,
            Runnable task,
            TaskScheduler scheduler,
            MeterRegistry registry) {
        this.name = name;
        this.firstDelay = firstDelay;
        this.interval = interval;
        this.task = task;
        this.scheduler = scheduler;
        this.succeeded = timer("success", registry);
        this.failed = timer("failure", registry);
    }

    private Timer timer(String outcome, MeterRegistry registry) {
        return Timer.builder("entente.sweep.duration")
                .description("How long one run of a sweep takes")
                .tag("sweep", name)
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Runs the task as soon as a thread is free, or once more if it is running now. Does nothing if the sweep is stopped. */
    public synchronized void runSoon() {
        if (schedule != null) {
            ScheduledFuture<?> unused = scheduler.schedule(this::run, in(Duration.ZERO));
        }
    }

    @Override
    public synchronized void start() {
        if (schedule == null) {
            schedule = scheduler.scheduleWithFixedDelay(this::run, in(firstDelay), interval);
        }
    }

    private Instant in(Duration delay) {
        return scheduler.getClock().instant().plus(delay);
    }

    private void run() {
        if (requested.getAndIncrement() > 0) {
            // The thread that is running the task now runs it once more.
            return;
        }
        int served;
        do {
            served = requested.get();
            if (begin()) {
                try {
                    attempt();
                } finally {
                    end();
                }
            }
        } while (requested.addAndGet(-served) > 0);
    }

    private synchronized boolean begin() {
        if (schedule == null) {
            return false;
        }
        running = Thread.currentThread();
        return true;
    }

    private void end() {
        Runnable idle;
        synchronized (this) {
            running = null;
            idle = whenIdle;
            whenIdle = null;
        }
        if (idle != null) {
            idle.run();
        }
    }

    private void attempt() {
        Timer.Sample sample = Timer.start();
        try {
            task.run();
            sample.stop(succeeded);
        } catch (RuntimeException | Error failure) {
            sample.stop(failed);
            log(failure);
        }
    }

    private void log(Throwable failure) {
        if (!isRunning()) {
            LOG.info("Sweep {} was interrupted because the service stops: {}", name, failure.toString());
        } else if (failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException) {
            LOG.warn("Sweep {} failed and runs again in {}: {}", name, interval, failure.toString());
        } else {
            LOG.error("Sweep {} failed and runs again in {}", name, interval, failure);
        }
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable whenStopped) {
        synchronized (this) {
            if (schedule != null) {
                schedule.cancel(false);
                schedule = null;
            }
            if (running != null) {
                whenIdle = whenStopped;
                ScheduledFuture<?> unused = scheduler.schedule(this::interrupt, in(GRACE));
                return;
            }
        }
        whenStopped.run();
    }

    private synchronized void interrupt() {
        if (schedule == null && running != null) {
            running.interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return schedule != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public String toString() {
        return "sweep %s every %s".formatted(name, interval);
    }
}
