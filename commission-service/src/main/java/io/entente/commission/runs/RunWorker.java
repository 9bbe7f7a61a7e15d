package io.entente.commission.runs;

import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.IdGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes runs in the background, one at a time. It takes over what an instance that died has left and continues at the
 * last mark. Memory holds one page of partner ids, however many partners there are.
 */
public final class RunWorker {

    /** The number of partners between two marks, which is what a crash repeats at most. */
    static final int PARTNERS_A_MARK = 50;

    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(5);

    private final PartnerRuns runs;
    private final PartnerDirectory partners;
    private final List<PartnerWork> works;
    private final Predicate<RuntimeException> passing;
    private final Clock clock;
    private final String owner;
    private volatile boolean stopped;
    private final ScheduledExecutorService runner = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "partner-runs");
        thread.setDaemon(true);
        return thread;
    });

    /** @param passing decides whether a failure is transient: an unavailable store, a lost race */
    public RunWorker(
            PartnerRuns runs,
            PartnerDirectory partners,
            List<PartnerWork> works,
            Predicate<RuntimeException> passing,
            Clock clock,
            IdGenerator ids) {
        this.runs = runs;
        this.partners = partners;
        this.works = List.copyOf(works);
        this.passing = passing;
        this.clock = clock;
        this.owner = ids.next("instance");
    }

    public void start() {
        Future<?> unused = runner.scheduleWithFixedDelay(this::workOff, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks for work now, so that a run that was just added doesn't wait. */
    public void wake() {
        try {
            runner.execute(this::workOff);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Stopping. The next start processes the runs that were added");
        }
    }

    /** Stops after the current partner. The next instance continues at once. */
    public void stop() {
        stopped = true;
        runner.shutdown();
        try {
            if (!runner.awaitTermination(SHUTDOWN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                runner.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOff() {
        try {
            Optional<PartnerRun> taken = take();
            while (taken.isPresent() && !stopped) {
                run(taken.get());
                taken = stopped ? Optional.empty() : take();
            }
        } catch (RuntimeException failure) {
            LOG.warn("Could not process runs, the next attempt is in {}: {}", TICK, failure.toString());
        }
    }

    private Optional<PartnerRun> take() {
        Instant now = clock.instant();
        return runs.take(owner, now, now.plus(LEASE));
    }

    private void run(PartnerRun taken) {
        PartnerWork work = works.stream()
                .filter(candidate -> candidate.does(taken.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no work for " + taken.kind()));
        PartnerRun run = taken;
        List<PartnerId> page = partners.ids(run.after(), PARTNERS_A_MARK);
        while (!page.isEmpty()) {
            List<String> failed = new ArrayList<>();
            int made = 0;
            for (PartnerId partner : page) {
                if (stopped) {
                    runs.release(run.id(), owner);
                    return;
                }
                made += workOn(work, run, partner, failed);
            }
            run = advanced(run, page, made);
            if (!runs.mark(run, owner, clock.instant().plus(LEASE), failed)) {
                LOG.warn("Another instance has taken run {}", run.id());
                return;
            }
            page = partners.ids(run.after(), PARTNERS_A_MARK);
        }
        work.done(run);
        runs.end(run.id(), owner, clock.instant());
        LOG.info(
                "Run {} ({} {}) has ended: {} partners, {} made",
                run.id(),
                run.kind(),
                run.subject(),
                run.partners(),
                run.made());
    }

    /** A transient failure stops the run until the next attempt. Any other failure must not delay the other partners. */
    private int workOn(PartnerWork work, PartnerRun run, PartnerId partner, List<String> failed) {
        try {
            return work.work(run, partner);
        } catch (RuntimeException failure) {
            if (passing.test(failure)) {
                runs.release(run.id(), owner);
                throw failure;
            }
            LOG.error("Run {} failed for partner {}", run.id(), partner, failure);
            failed.add(partner.value());
            return 0;
        }
    }

    private static PartnerRun advanced(PartnerRun run, List<PartnerId> page, int made) {
        return new PartnerRun(
                run.id(),
                run.kind(),
                run.subject(),
                run.status(),
                page.get(page.size() - 1).value(),
                run.partners() + page.size(),
                run.made() + made,
                run.failed(),
                run.startedBy(),
                run.startedAt(),
                null);
    }
}
