package io.entente.commission.ledger;

import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.partners.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One transaction of a partner's chain: balanced lines, the reason for them, and everything that the next
 * transaction builds on. The last transaction alone therefore gives the partner's current figures.
 *
 * @param balances balances after this transaction
 * @param counters counters after this transaction
 * @param previousHash hash of the previous transaction in the chain
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

    /** The deal whose commission the transaction concerns; empty if the transaction records a payout as a whole. */
    public Optional<CreditedDeal> deal() {
        return entry.creditedDeal();
    }

    /** Returns this transaction as the head of its chain. */
    public ChainHead asHead(String hash) {
        return new ChainHead(id.partnerId(), id.number(), hash, balances, counters, recordedAt);
    }
}
