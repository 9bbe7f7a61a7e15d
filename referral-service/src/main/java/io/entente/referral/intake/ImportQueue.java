package io.entente.referral.intake;

import io.entente.platform.domain.IdGenerator;
import io.entente.referral.intake.Imports.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works imports off in the background, one after the other, so that files that were sent in turn are taken over in turn.
 * Takes over what an instance that died has left, and keeps the leases of what it holds.
 */
public final class ImportQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration TICK = Duration.ofSeconds(3);
    private static final Duration ORPHANED_AFTER = Duration.ofHours(1);
    /** Imports whose rejected rows are deleted in one go. */
    private static final int CLEARED_AT_ONCE = 100;

    private static final Duration HOUSEKEEPING = Duration.ofHours(1);
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(5);

    private final Intake intake;
    private final String owner;
    private final Patience patience;
    private final ExecutorService runner = Executors.newSingleThreadExecutor(named("import-runner"));
    private final ExecutorService workers;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("import-leases"));
    private final Set<String> held = new HashSet<>();

    /**
     * A queue that starts with {@link #start()}.
     *
     * @param passing says of a failure whether it passes by itself: a store or a broker that is away
     */
    public ImportQueue(Intake intake, IdGenerator ids, Predicate<RuntimeException> passing) {
        this.intake = intake;
        this.patience = new Patience(passing);
        this.workers = Executors.newFixedThreadPool(intake.settings().workers(), named("import-worker"));
        this.owner = ids.next("instance");
    }

    public void start() {
        Future<?> unused = timer.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        Future<?> unusedToo = timer.scheduleWithFixedDelay(
                this::deleteWhatIsNoLongerNeeded, 0, HOUSEKEEPING.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops where it is; what runs is resumed by the next instance, at once. */
    public void stop() {
        timer.shutdownNow();
        patience.stop();
        runner.shutdownNow();
        workers.shutdown();
        try {
            boolean idle = runner.awaitTermination(SHUTDOWN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    && workers.awaitTermination(SHUTDOWN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (idle) {
                intake.imports().release(owner);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Imports stay leased for {}: {}", LEASE, e.toString());
        }
    }

    /** Makes room for an import; false where the queue is full. */
    synchronized boolean reserve(String id) {
        return held.size() < intake.settings().maxWaitingImports() && held.add(id);
    }

    /** Gives room back that was reserved for nothing. */
    synchronized void giveBack(String id) {
        held.remove(id);
    }

    Lease lease() {
        return new Lease(owner, intake.clock().instant().plus(LEASE));
    }

    /** Works off an import that has its room and this instance's lease. */
    void enqueue(Import leased) {
        try {
            runner.execute(() -> run(leased));
        } catch (RejectedExecutionException stopping) {
            LOG.info("Import {} is left to the next start", leased.id());
        }
    }

    private void run(Import leased) {
        try {
            Import done = new ImportRun(leased, owner, intake, workers, patience).run();
            LOG.info("Import {} is {}: {}", done.id(), done.status(), done.tally());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.info("Import {} is left to the next start", leased.id());
        } catch (LeaseLostException lost) {
            LOG.warn("Left an import: {}", lost.getMessage());
        } catch (RuntimeException failure) {
            if (patience.isStopped()) {
                LOG.info("Import {} is left to the next start", leased.id());
            } else {
                LOG.error("Import {} stopped; it is tried again when its lease ends", leased.id(), failure);
            }
        } finally {
            giveBack(leased.id());
        }
    }

    private void tick() {
        try {
            for (String id : heldNow()) {
                intake.imports().renew(id, lease());
            }
            adopt();
        } catch (RuntimeException failure) {
            LOG.warn("Leases of imports not kept, the next try is in {}: {}", TICK, failure.toString());
        }
    }

    private void adopt() {
        while (true) {
            Set<String> holding = heldNow();
            if (holding.size() >= intake.settings().maxWaitingImports()) {
                return;
            }
            Optional<Import> left =
                    intake.imports().adopt(lease(), intake.clock().instant(), holding);
            if (left.isEmpty()) {
                return;
            }
            if (reserve(left.get().id())) {
                LOG.info("Import {} is resumed", left.get().id());
                enqueue(left.get());
            }
        }
    }

    private synchronized Set<String> heldNow() {
        return Set.copyOf(held);
    }

    private void deleteWhatIsNoLongerNeeded() {
        Instant now = intake.clock().instant();
        try {
            intake.files().deleteOrphans(now.minus(ORPHANED_AFTER), this::isInUse);
            Instant before = now.minus(intake.settings().keepRejects());
            for (String id : intake.imports().withRejectsFinishedBefore(before, CLEARED_AT_ONCE)) {
                intake.rows().clearRejected(id);
                intake.imports().rejectsCleared(id);
            }
        } catch (RuntimeException failure) {
            LOG.warn("What is no longer needed is deleted in {}: {}", HOUSEKEEPING, failure.toString());
        }
    }

    private boolean isInUse(String fileId, String importId) {
        return intake.imports()
                .find(importId)
                .filter(of ->
                        of.status() == Import.Status.RUNNING && of.fileId().equals(fileId))
                .isPresent();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
