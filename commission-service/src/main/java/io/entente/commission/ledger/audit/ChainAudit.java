package io.entente.commission.ledger.audit;

import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * Goes along one partner's chain and works everything out again: numbers without gaps, hashes, balanced lines, running
 * balances and counters. Stops at the first difference, since all that follows builds on it.
 */
public final class ChainAudit {

    private final long from;
    private ChainHead head;
    private @Nullable Difference difference;

    public ChainAudit(PartnerId partnerId) {
        this(ChainHead.start(partnerId));
    }

    /** Goes on from a place that was found right before. */
    public ChainAudit(ChainHead known) {
        this.head = known;
        this.from = known.number();
    }

    /** The last transaction that was right. */
    public ChainHead head() {
        return head;
    }

    /** Checks the next transaction; false where there is no point in going on. */
    public boolean check(ChainedTransaction next) {
        String what = whatDiffers(next);
        if (what != null) {
            return differs(what);
        }
        head = next.transaction().asHead(next.hash());
        return true;
    }

    /** Notes a difference at the place after the last transaction that was right. */
    public boolean differs(String what) {
        difference = new Difference(new TransactionId(head.partnerId(), head.number() + 1), what);
        return false;
    }

    public @Nullable Difference difference() {
        return difference;
    }

    /** Transactions found right by this audit. */
    public long checked() {
        return head.number() - from;
    }

    private @Nullable String whatDiffers(ChainedTransaction next) {
        LedgerTransaction transaction = next.transaction();
        if (transaction.id().number() != head.number() + 1
                || !transaction.partnerId().equals(head.partnerId())) {
            return "is missing; %s comes instead".formatted(transaction.id());
        }
        if (!next.recomputedHash().equals(next.hash())) {
            return "was changed after it was written: its hash is %s, its content gives %s"
                    .formatted(next.hash(), next.recomputedHash());
        }
        if (!transaction.previousHash().equals(head.hash())) {
            return "follows a transaction with hash %s, but the one before it has %s"
                    .formatted(transaction.previousHash(), head.hash());
        }
        if (!LedgerLine.balance(transaction.lines())) {
            return "is not balanced";
        }
        if (!transaction.balances().equals(head.balances().plus(transaction.lines()))) {
            return "has balances that its lines don't lead to";
        }
        if (!transaction.counters().equals(transaction.entry().counted(head.counters()))) {
            return "has counters that its deal doesn't lead to";
        }
        return null;
    }

    /**
     * Where a chain isn't as it must be.
     *
     * @param at the first transaction that is wrong
     * @param what completes the sentence "Transaction … "
     */
    public record Difference(TransactionId at, String what) {}
}
