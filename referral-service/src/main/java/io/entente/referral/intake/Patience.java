package io.entente.referral.intake;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a store or a broker that is away, for as long as it takes, until it is told to stop. */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "import-retry");
        thread.setDaemon(true);
        return thread;
    });

    private final Predicate<RuntimeException> passing;

    /** @param passing says of a failure whether it passes by itself: a store or a broker that is away */
    Patience(Predicate<RuntimeException> passing) {
        this.passing = passing;
    }

    boolean isWorthwhile(RuntimeException failure) {
        return passing.test(failure);
    }

    /** Tries until it succeeds, fails for another reason, or this is stopped. */
    <T> T tryUntilDone(Supplier<T> action) throws InterruptedException {
        while (true) {
            try {
                return action.get();
            } catch (RuntimeException failure) {
                if (!isWorthwhile(failure)) {
                    throw failure;
                }
                LOG.warn("An import waits: {}", failure.toString());
            }
            if (stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("the service stops");
            }
        }
    }

    /** Does something after a pause; never, once this is stopped. */
    void later(Runnable action) {
        try {
            ScheduledFuture<?> unused = timer.schedule(action, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Not tried again, the service stops");
        }
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    void stop() {
        stopped.countDown();
        timer.shutdownNow();
    }
}
