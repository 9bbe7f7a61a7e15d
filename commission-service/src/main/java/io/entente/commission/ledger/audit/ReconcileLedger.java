package io.entente.commission.ledger.audit;

import io.entente.commission.ledger.audit.LedgerAudit.Report;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies at regular intervals what was added to the ledger. The gauge {@code ledger.reconciliation.diff} shows the
 * number of partners whose chain differs, plus one if the trial balance is not balanced. Any value above 0 needs
 * attention at once.
 */
public final class ReconcileLedger {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileLedger.class);

    private final LedgerAudit audit;
    private final AtomicLong differences = new AtomicLong();

    public ReconcileLedger(LedgerAudit audit) {
        this.audit = audit;
    }

    /** The result of the last reconciliation, which the gauge shows. */
    public long differences() {
        return differences.get();
    }

    /** Verifies what is new, and returns the new value of the gauge. */
    public long reconcile() {
        Report report = audit.verifyNew();
        boolean balanced = audit.trialBalance().isBalanced();
        differences.set(report.differences() + (balanced ? 0 : 1));
        if (report.firstDifference() != null) {
            LOG.error(
                    "The ledger differs from what was written: transaction {} {}",
                    report.firstDifference().at(),
                    report.firstDifference().what());
        }
        return differences.get();
    }
}
