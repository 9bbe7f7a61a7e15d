package io.entente.commission.statements.chain;

import io.entente.commission.ledger.LedgerTransaction;
import java.util.List;
import java.util.Map;

/** Finds what a transaction doesn't know itself: the report about the deal or the payout that caused it, and its day. */
public interface LineCauses {

    /**
     * Returns the causes by the numbers of the transactions. A transaction without one is left out.
     *
     * @param block some transactions of one chain
     */
    Map<Long, Cause> of(List<LedgerTransaction> block);

    /** Returns the cause of a transaction, or an unknown one if there is none. */
    static Cause in(Map<Long, Cause> causes, LedgerTransaction transaction) {
        return causes.getOrDefault(transaction.id().number(), Cause.UNKNOWN);
    }
}
