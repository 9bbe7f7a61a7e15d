package io.entente.commission.bankreports;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Matches the items of reports with payouts, and goes on if an instance died in the middle. */
public final class ApplyReports {

    /** The maximum number of reports per sweep. The next sweep takes the rest. */
    private static final int MAX_A_SWEEP = 20;

    private static final Logger LOG = LoggerFactory.getLogger(ApplyReports.class);

    private final BankReports reports;
    private final MatchPayment match;
    private final Predicate<RuntimeException> isTransient;
    private final Clock clock;

    /** @param isTransient decides whether a failure passes by itself, so that the report is tried again */
    public ApplyReports(BankReports reports, MatchPayment match, Predicate<RuntimeException> isTransient, Clock clock) {
        this.reports = reports;
        this.match = match;
        this.isTransient = isTransient;
        this.clock = clock;
    }

    /** Applies all reports whose items have been stored. */
    public void sweep() {
        reports.applying(MAX_A_SWEEP).forEach(this::apply);
    }

    /** Matches the open items of a report once more, after something has changed. */
    public Decision<BankReport> again(String id) {
        BankReport report = reports.find(id).orElseThrow();
        return report.status() == BankReport.Status.APPLIED
                ? Decision.allowed(apply(report))
                : Decision.rejected("The report is %s; wait until it is APPLIED.".formatted(report.status()));
    }

    /** Notes what a person found out about an item. Empty if there is no such item. */
    public Optional<Decision<ReportItem>> resolve(String reportId, int number, String note, String actor) {
        return reports.item(reportId, number).map(item -> {
            if (item.resolved() != null && item.resolved().note().equals(note)) {
                return Decision.allowed(item);
            }
            if (!item.isOpen()) {
                return Decision.rejected(
                        "The item doesn't wait for a person; its result is %s.".formatted(item.result()));
            }
            ReportItem resolved = item.resolve(note, actor, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            if (!reports.update(item, resolved)) {
                return Decision.rejected("The item has just changed; look at it again.");
            }
            if (reports.find(reportId).orElseThrow().status() == BankReport.Status.APPLIED) {
                recount(reportId);
            }
            return Decision.allowed(resolved);
        });
    }

    /**
     * Notes the same about all items of a report that wait for a person with a result. The note stays with each item. Repeating it
     * changes nothing.
     */
    public Decision<BankReport> resolveAll(String id, ItemResult result, String note, String actor) {
        BankReport report = reports.find(id).orElseThrow();
        if (report.status() != BankReport.Status.APPLIED) {
            return Decision.rejected("The report is %s; wait until it is APPLIED.".formatted(report.status()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        reports.forEachItem(id, item -> {
            if (item.isOpen() && item.result() == result && !reports.update(item, item.resolve(note, actor, now))) {
                LOG.debug("Item {} of {} has changed meanwhile", item.number(), id);
            }
        });
        return Decision.allowed(recount(id));
    }

    private BankReport apply(BankReport report) {
        reports.forEachItem(report.id(), item -> {
            if (item.isToMatch() && !reports.update(item, attempt(item, report))) {
                LOG.debug("Item {} of {} was matched elsewhere", item.number(), report.id());
            }
        });
        return recount(report.id());
    }

    /** An item that fails doesn't delay the others. If the store is unavailable, all of them wait. */
    private ReportItem attempt(ReportItem item, BankReport report) {
        try {
            return match.match(item, report.receivedBy());
        } catch (RuntimeException failure) {
            if (isTransient.test(failure)) {
                throw failure;
            }
            LOG.error("Could not match item {} of {}", item.number(), report.id(), failure);
            return item.matched(ItemResult.UNCLEAR, "It could not be applied; the log of the service says why.", null);
        }
    }

    private BankReport recount(String id) {
        return OptimisticRetry.retryOnConflict(() -> {
            Loaded<BankReport> before = reports.load(id).orElseThrow();
            Change<BankReport, BankReportUnmatched> applied = before.state()
                    .applied(reports.countOpen(id), clock.instant().truncatedTo(ChronoUnit.MILLIS));
            reports.update(before, applied);
            return applied.state();
        });
    }
}
