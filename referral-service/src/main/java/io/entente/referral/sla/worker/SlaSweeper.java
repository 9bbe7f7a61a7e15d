package io.entente.referral.sla.worker;

import io.entente.referral.sla.SlaBoard;
import io.entente.referral.sla.SlaSweep;
import io.entente.referral.sla.SlaSweep.Swept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The thread that sweeps, in every instance, and counts the clocks for the metrics. */
final class SlaSweeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SlaSweeper.class);
    private static final long SHUTDOWN_SECONDS = 10;

    private final SlaSweep sweep;
    private final SlaBoard board;
    private final SlaMetrics metrics;
    private final SlaProperties properties;
    private final Clock clock;
    private @Nullable ScheduledExecutorService timer;

    SlaSweeper(SlaSweep sweep, SlaBoard board, SlaMetrics metrics, SlaProperties properties, Clock clock) {
        this.sweep = sweep;
        this.board = board;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
    }

    private void sweep() {
        try {
            Swept swept = metrics.duration().record(() -> sweep.sweep(properties.sweepLimit()));
            if (swept != null) {
                metrics.swept(swept);
            }
        } catch (RuntimeException e) {
            LOG.warn("SLA sweep failed, the next one goes on: {}", e.toString());
        }
    }

    private void count() {
        try {
            Instant now = clock.instant();
            metrics.counted(board.openCounts(), board.account(now.minus(properties.countEnded()), now));
        } catch (RuntimeException e) {
            LOG.warn("Clocks can't be counted at the moment: {}", e.toString());
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sla-sweeper");
            thread.setDaemon(true);
            return thread;
        });
        repeat(started, this::sweep, properties.sweepInterval());
        repeat(started, this::count, properties.countInterval());
        timer = started;
    }

    private static void repeat(ScheduledExecutorService timer, Runnable task, Duration interval) {
        Future<?> unused =
                timer.scheduleWithFixedDelay(task, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running == null) {
            return;
        }
        running.shutdownNow();
        try {
            if (!running.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Stopping in the middle of an SLA sweep; another goes on where it was");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
