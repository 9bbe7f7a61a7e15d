package io.entente.commission.ledger;

import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.partners.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a partner's chain: balanced lines and why they were written, and everything that the next one builds on, so
 * that the last transaction alone says how the partner stands.
 *
 * @param balances after this transaction
 * @param counters after this transaction
 * @param previousHash of the transaction before in the chain
 * @param entry what was written and why
 */
public record LedgerTransaction(
        TransactionId id,
        TransactionKind kind,
        String cause,
        List<LedgerLine> lines,
        Balances balances,
        Counters counters,
        String previousHash,
        Entry entry,
        Instant recordedAt) {

    public PartnerId partnerId() {
        return id.partnerId();
    }

    /** The deal whose commission it concerns; empty if it is a payout as a whole. */
    public Optional<CreditedDeal> deal() {
        return entry.creditedDeal();
    }

    /** Its place as the last of its chain, once its hash is known. */
    public ChainHead asHead(String hash) {
        return new ChainHead(id.partnerId(), id.number(), hash, balances, counters, recordedAt);
    }
}
