package io.entente.commission.ledger.audit;

import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * Verifies one partner's chain by computing everything again: numbers, hashes, balanced lines, balances and
 * counters. It stops at the first difference, because everything after it builds on it.
 */
public final class ChainAudit {

    private final long from;
    private ChainHead head;
    private @Nullable Difference difference;

    public ChainAudit(PartnerId partnerId) {
        this(ChainHead.start(partnerId));
    }

    /** Continues from a head that was verified before. */
    public ChainAudit(ChainHead known) {
        this.head = known;
        this.from = known.number();
    }

    /** The head after the last transaction that was verified. */
    public ChainHead head() {
        return head;
    }

    /**
     * Verifies the next transaction.
     *
     * @return false if a difference was found, so the rest of the chain need not be read
     */
    public boolean check(ChainedTransaction next) {
        String what = whatDiffers(next);
        if (what != null) {
            return differs(what);
        }
        head = next.transaction().asHead(next.hash());
        return true;
    }

    /**
     * Records a difference at the place after the last transaction that was verified.
     *
     * @return false, so that a check can return the result directly
     */
    public boolean differs(String what) {
        difference = new Difference(new TransactionId(head.partnerId(), head.number() + 1), what);
        return false;
    }

    public @Nullable Difference difference() {
        return difference;
    }

    /** The number of transactions that this audit has verified. */
    public long checked() {
        return head.number() - from;
    }

    private @Nullable String whatDiffers(ChainedTransaction next) {
        LedgerTransaction transaction = next.transaction();
        if (transaction.id().number() != head.number() + 1
                || !transaction.partnerId().equals(head.partnerId())) {
            return "is missing; the next transaction found is %s".formatted(transaction.id());
        }
        if (!next.recomputedHash().equals(next.hash())) {
            return "was changed after it was written: its stored hash is %s, but its content has the hash %s"
                    .formatted(next.hash(), next.recomputedHash());
        }
        if (!transaction.previousHash().equals(head.hash())) {
            return "names %s as the hash of the previous transaction, but that transaction has the hash %s"
                    .formatted(transaction.previousHash(), head.hash());
        }
        if (!LedgerLine.balance(transaction.lines())) {
            return "is not balanced: its debits and credits differ";
        }
        if (!transaction.balances().equals(head.balances().plus(transaction.lines()))) {
            return "has balances that don't follow from its lines";
        }
        if (!transaction.counters().equals(transaction.entry().counted(head.counters()))) {
            return "has counters that don't follow from its entry";
        }
        return null;
    }

    /**
     * A difference between a chain and what it must be.
     *
     * @param at the first transaction that is wrong
     * @param what completes the sentence "Transaction … "
     */
    public record Difference(TransactionId at, String what) {}
}
