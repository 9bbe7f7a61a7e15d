package io.entente.commission.payments;

import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes reports of payments and refunds that a crash has interrupted between the reservation of their id and the last
 * booking. The cost grows only with the reports that are unfinished. Several instances can do it at the same time, because
 * completing a report again changes nothing.
 */
public final class FinishReports {

    /** If a report takes longer than this, its instance has died. */
    static final Duration REPORTING_AT_MOST = Duration.ofSeconds(10);

    /** The number of reports that are read at once. */
    private static final int BLOCK_REPORTS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(FinishReports.class);

    private final DealFacts facts;
    private final ReportPayments reports;
    private final Clock clock;
    private final Predicate<RuntimeException> isTransient;

    /** @param isTransient decides whether a failure is transient, such as an unavailable store; the sweep then ends */
    public FinishReports(
            DealFacts facts, ReportPayments reports, Clock clock, Predicate<RuntimeException> isTransient) {
        this.facts = facts;
        this.reports = reports;
        this.clock = clock;
        this.isTransient = isTransient;
    }

    /** Completes all reports that were interrupted. */
    public void sweep() {
        Instant before = clock.instant().minus(REPORTING_AT_MOST);
        List<DealFact> left;
        do {
            left = facts.unsettled(before, BLOCK_REPORTS);
            left.forEach(this::finish);
        } while (left.size() == BLOCK_REPORTS);
    }

    /** A report that fails doesn't delay the others. */
    private void finish(DealFact fact) {
        try {
            reports.finish(fact);
        } catch (RuntimeException failure) {
            if (isTransient.test(failure)) {
                throw failure;
            }
            LOG.error("Could not complete the report {}. It is tried again", fact.key(), failure);
            facts.postpone(fact);
        }
    }
}
