package io.entente.commission.ledger.audit;

import io.entente.commission.ledger.audit.ChainAudit.Difference;
import io.entente.commission.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * Checks the ledger as it is stored. Where a chain is right, how far it went is noted outside of it, so that transactions cut
 * off its end later are missed.
 */
public interface LedgerAudit {

    /** Walks one partner's chain from its beginning, or all of them up to the first difference. */
    Report verify(@Nullable PartnerId partnerId);

    /** Walks what was added to every chain since it was last found right; goes on past differences, and counts them. */
    Report verifyNew();

    /** Adds up how all partners stand; costs the partners, not their histories. */
    TrialBalance trialBalance();

    /**
     * What was found.
     *
     * @param transactions found right
     * @param differences chains that are wrong
     * @param firstDifference absent where all is right
     */
    record Report(long chains, long transactions, long differences, @Nullable Difference firstDifference) {}
}
