package io.entente.commission.bankreports;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores a report with its items, once: first the report, then its items, then the mark that they are complete. If the service
 * dies in between, sending the file again continues.
 */
public final class ReceiveReport {

    /** The number of items that are written at once. */
    private static final int BLOCK_ITEMS = 500;

    private final BankReports reports;
    private final ExpandReport expand;
    private final Clock clock;

    public ReceiveReport(BankReports reports, ExpandReport expand, Clock clock) {
        this.reports = reports;
        this.expand = expand;
        this.clock = clock;
    }

    /** @param isNew whether this call stored the report */
    public record Received(BankReport report, boolean isNew) {}

    /** Receives a report. A report with the same message id that says something else is refused. */
    public Decision<Received> receive(ReportFile file, String actor) {
        BankReport wanted = BankReport.receiving(file, actor, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        boolean added = reports.add(wanted);
        BankReport stored = reports.find(wanted.id()).orElseThrow();
        if (!stored.digest().equals(wanted.digest())) {
            return Decision.rejected(
                    "was used before by report %s, which says something else; a corrected report needs a message id of its own"
                            .formatted(stored.id()));
        }
        if (stored.status() == BankReport.Status.RECEIVING) {
            stored = complete(stored, expand.expand(file).payments());
        }
        return Decision.allowed(new Received(stored, added));
    }

    private BankReport complete(BankReport report, List<ReportedPayment> payments) {
        List<ReportItem> block = new ArrayList<>(BLOCK_ITEMS);
        for (int i = 0; i < payments.size(); i++) {
            block.add(ReportItem.read(report.id(), i + 1, payments.get(i)));
            if (block.size() == BLOCK_ITEMS || i == payments.size() - 1) {
                reports.addItems(block);
                block.clear();
            }
        }
        return OptimisticRetry.retryOnConflict(() -> {
            Loaded<BankReport> before = reports.load(report.id()).orElseThrow();
            if (before.state().status() != BankReport.Status.RECEIVING) {
                return before.state();
            }
            BankReport applying = before.state().applying(payments.size());
            reports.update(before, new Change<>(applying, List.of()));
            return applying;
        });
    }
}
