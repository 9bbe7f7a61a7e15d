package io.entente.commission.ledger.audit;

import io.entente.commission.ledger.audit.LedgerAudit.Report;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies, again and again, what was added to the ledger, and shows what is wrong: the gauge {@code
 * ledger.reconciliation.diff} is the number of partners whose chain isn't as it must be, plus one where the trial balance isn't
 * balanced. Anything but 0 is for somebody to look at now.
 */
public final class ReconcileLedger {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileLedger.class);

    private final LedgerAudit audit;
    private final AtomicLong differences = new AtomicLong();

    public ReconcileLedger(LedgerAudit audit) {
        this.audit = audit;
    }

    /** What the last look found: see the gauge. */
    public long differences() {
        return differences.get();
    }

    /** Looks once; returns what the gauge shows from then on. */
    public long reconcile() {
        Report report = audit.verifyNew();
        boolean balanced = audit.trialBalance().isBalanced();
        differences.set(report.differences() + (balanced ? 0 : 1));
        if (report.firstDifference() != null) {
            LOG.error(
                    "Ledger: transaction {} {}",
                    report.firstDifference().at(),
                    report.firstDifference().what());
        }
        return differences.get();
    }
}
