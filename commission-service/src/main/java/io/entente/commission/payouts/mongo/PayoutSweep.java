package io.entente.commission.payouts.mongo;

import io.entente.commission.payouts.FollowBatch;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Brings to its end what instances that died have left, every few seconds. */
final class PayoutSweep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutSweep.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final FollowBatch follow;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "payout-sweep");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    PayoutSweep(FollowBatch follow) {
        this.follow = follow;
    }

    @Override
    public void start() {
        Future<?> unused = timer.scheduleWithFixedDelay(this::sweep, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        running = true;
    }

    private void sweep() {
        try {
            follow.sweep();
        } catch (RuntimeException failure) {
            LOG.warn("Payouts stand still, the next try is in {}: {}", INTERVAL, failure.toString());
        }
    }

    @Override
    public void stop() {
        timer.shutdownNow();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
