package io.entente.commission.runs;

import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.runtime.lease.Lease;
import io.entente.platform.runtime.lease.LeaseLostException;
import io.entente.platform.runtime.lease.Leased;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final PartnerRuns runs;
    private final PartnerDirectory partners;
    private final List<PartnerWork> works;
    private final Predicate<RuntimeException> isTransient;
    private final Clock clock;
    private final RunSchedule schedule;

    /** @param isTransient decides whether a failure is transient: an unavailable store, a lost race */
    public RunWorker(
            PartnerRuns runs,
            PartnerDirectory partners,
            List<PartnerWork> works,
            Predicate<RuntimeException> isTransient,
            Clock clock,
            RunSchedule schedule) {
        this.runs = runs;
        this.partners = partners;
        this.works = List.copyOf(works);
        this.isTransient = isTransient;
        this.clock = clock;
        this.schedule = schedule;
    }

    /** Lets the worker look for runs now, so that a run that was just added doesn't wait. */
    public void wake() {
        schedule.runSoon();
    }

    /** Processes runs until none is free. When the service stops, it releases its run after the current partner. */
    public void workOff() {
        Optional<Leased<PartnerRun>> acquired = next();
        while (acquired.isPresent()) {
            process(acquired.get());
            acquired = next();
        }
    }

    private Optional<Leased<PartnerRun>> next() {
        return schedule.isStopping() ? Optional.empty() : runs.acquireNext();
    }

    private void process(Leased<PartnerRun> acquired) {
        try {
            run(acquired.item(), acquired.lease());
        } catch (LeaseLostException lost) {
            LOG.warn("Run {} continues elsewhere: {}", acquired.item().id(), lost.getMessage());
        }
    }

    private void run(PartnerRun acquired, Lease lease) {
        PartnerWork work = workFor(acquired);
        PartnerRun run = acquired;
        List<PartnerId> page = partners.ids(run.after(), PARTNERS_A_MARK);
        while (!page.isEmpty()) {
            List<String> failed = new ArrayList<>();
            int made = 0;
            for (PartnerId partner : page) {
                if (schedule.isStopping()) {
                    runs.release(lease, clock.instant());
                    return;
                }
                made += workOn(work, run, lease, partner, failed);
            }
            run = advanced(run, page, made);
            runs.mark(lease, run, failed);
            page = partners.ids(run.after(), PARTNERS_A_MARK);
        }
        work.done(run);
        runs.end(lease, clock.instant());
        LOG.info(
                "Run {} ({} {}) has ended: {} partners, {} made",
                run.id(),
                run.kind(),
                run.subject(),
                run.partners(),
                run.made());
    }

    private PartnerWork workFor(PartnerRun run) {
        return works.stream()
                .filter(candidate -> candidate.does(run.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no work for " + run.kind()));
    }

    /** A transient failure stops the run until the next attempt. Any other failure must not delay the other partners. */
    private int workOn(PartnerWork work, PartnerRun run, Lease lease, PartnerId partner, List<String> failed) {
        try {
            return work.work(run, partner);
        } catch (RuntimeException failure) {
            if (isTransient.test(failure)) {
                runs.release(lease, clock.instant());
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
