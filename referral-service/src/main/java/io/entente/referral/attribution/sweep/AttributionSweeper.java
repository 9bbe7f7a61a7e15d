package io.entente.referral.attribution.sweep;

import io.entente.referral.attribution.Attribution;
import io.entente.referral.attribution.AttributionSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sweeps at an interval: what a crash left half done, reminders, protections that end. Any number of instances may. Meters
 * {@code entente.attribution.sweep.duration} and {@code entente.attribution.sweep.due}.
 */
public final class AttributionSweeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AttributionSweeper.class);

    private final Attribution attribution;
    private final AttributionSettings settings;
    private final Timer duration;
    private final Counter due;
    private @Nullable ScheduledExecutorService timer;

    public AttributionSweeper(Attribution attribution, AttributionSettings settings, MeterRegistry registry) {
        this.attribution = attribution;
        this.settings = settings;
        this.duration = registry.timer("entente.attribution.sweep.duration");
        this.due = registry.counter("entente.attribution.sweep.due");
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "attribution-sweeper");
            thread.setDaemon(true);
            return thread;
        });
        long millis = settings.sweepInterval().toMillis();
        Future<?> unused = started.scheduleWithFixedDelay(this::sweep, millis, millis, TimeUnit.MILLISECONDS);
        timer = started;
    }

    private void sweep() {
        try {
            duration.record(() -> due.increment(attribution.sweep()));
        } catch (RuntimeException e) {
            LOG.warn("Attribution sweep failed, the next one goes on: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
