package io.entente.commission.ledger;

import io.entente.commission.ledger.ChainAudit.Difference;
import io.entente.commission.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/** Checks the ledger as it is stored. */
public interface LedgerAudit {

    /**
     * Walks one partner's chain, or all of them up to the first difference.
     *
     * <p>What nobody can see from the chain itself: transactions cut off its very end.
     */
    Report verify(@Nullable PartnerId partnerId);

    /**
     * What was found.
     *
     * @param transactions found right
     * @param firstDifference absent where all is right
     */
    record Report(long chains, long transactions, @Nullable Difference firstDifference) {}
}
