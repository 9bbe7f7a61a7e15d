package io.entente.referral.intake;

import io.entente.messaging.ids.IdGenerator;
import io.entente.referral.intake.Imports.Lease;
import io.entente.referral.partners.KnownPartners;
import java.time.Clock;
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

    /** Imports that this instance holds, running or waiting. */
    public static final int MAX_HELD = 16;

    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration TICK = Duration.ofSeconds(3);
    private static final Duration ORPHANED_AFTER = Duration.ofHours(1);
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(5);

    /** Writes under way at once; more than the store answers at once gains nothing. */
    private static final int WORKERS = 4;

    private final Imports imports;
    private final ImportFiles files;
    private final ImportRows rows;
    private final KnownPartners partners;
    private final OpportunityHandler handler;
    private final Clock clock;
    private final String owner;
    private final Patience patience;
    private final ExecutorService runner = Executors.newSingleThreadExecutor(named("import-runner"));
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, named("import-worker"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("import-leases"));
    private final Set<String> held = new HashSet<>();

    /** @param passing says of a failure whether it passes by itself: a store or a broker that is away */
    public ImportQueue(
            Imports imports,
            ImportFiles files,
            ImportRows rows,
            KnownPartners partners,
            OpportunityHandler handler,
            Clock clock,
            IdGenerator ids,
            Predicate<RuntimeException> passing) {
        this.imports = imports;
        this.files = files;
        this.rows = rows;
        this.partners = partners;
        this.handler = handler;
        this.clock = clock;
        this.patience = new Patience(passing);
        this.owner = ids.next("instance");
    }

    public void start() {
        Future<?> unused = timer.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        Future<?> unusedToo = timer.submit(this::deleteOrphans);
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
                imports.release(owner);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Imports stay leased for {}: {}", LEASE, e.toString());
        }
    }

    /** Makes room for an import; false where the queue is full. */
    synchronized boolean reserve(String id) {
        return held.size() < MAX_HELD && held.add(id);
    }

    /** Gives room back that was reserved for nothing. */
    synchronized void giveBack(String id) {
        held.remove(id);
    }

    Lease lease() {
        return new Lease(owner, clock.instant().plus(LEASE));
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
            Import done = new ImportRun(
                            leased, owner, imports, files, rows, partners, handler, workers, patience, clock)
                    .run();
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
                imports.renew(id, lease());
            }
            adopt();
        } catch (RuntimeException failure) {
            LOG.warn("Leases of imports not kept, the next try is in {}: {}", TICK, failure.toString());
        }
    }

    private void adopt() {
        while (true) {
            Set<String> holding = heldNow();
            if (holding.size() >= MAX_HELD) {
                return;
            }
            Optional<Import> left = imports.adopt(lease(), clock.instant(), holding);
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

    private void deleteOrphans() {
        Instant before = clock.instant().minus(ORPHANED_AFTER);
        try {
            files.deleteOrphans(before, (fileId, importId) -> imports.find(importId)
                    .filter(of ->
                            of.status() == Import.Status.RUNNING && of.fileId().equals(fileId))
                    .isPresent());
        } catch (RuntimeException failure) {
            LOG.warn("Left-over files are looked for at the next start: {}", failure.toString());
        }
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
