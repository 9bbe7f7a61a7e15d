package io.entente.commission.ledger.audit;

import io.entente.commission.ledger.audit.ChainAudit.Difference;
import io.entente.commission.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the ledger as it is stored. An anchor outside each chain records how far it has been verified, so the
 * audit notices when transactions are removed from a chain's end.
 */
public interface LedgerAudit {

    /**
     * Verifies the chain of one partner, or all chains, from the first transaction. Each chain is read up to its
     * first difference.
     *
     * @param partnerId null for all partners
     */
    Report verify(@Nullable PartnerId partnerId);

    /**
     * Verifies the transactions that were added to each chain since its anchor. A difference in one chain does not
     * stop the others; the report counts the chains that differ.
     */
    Report verifyNew();

    /** Adds up the balances of all partners. The cost grows with the number of partners, not of their transactions. */
    TrialBalance trialBalance();

    /**
     * The result of an audit.
     *
     * @param transactions number of transactions that were verified
     * @param differences number of chains that differ
     * @param firstDifference null if there is none
     */
    record Report(long chains, long transactions, long differences, @Nullable Difference firstDifference) {}
}
