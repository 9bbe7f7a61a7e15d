package io.entente.commission.commissions.recount;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Posting;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Transactions;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes recounts. Those of a deal or payment and of a partner are numbered without gaps, so the last one is found by the
 * unique key, and of two recounts that are decided on the same state the ledger accepts one.
 */
public final class Recounts {

    private static final int BLOCK = 12;

    private final Ledger ledger;
    private final Transactions transactions;

    public Recounts(Ledger ledger, Transactions transactions) {
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** Returns the transaction of the last recount. */
    public Optional<LedgerTransaction> last(CommissionId id) {
        return last(id, recount -> true);
    }

    /** Returns the transaction of the last recount that matches. */
    public Optional<LedgerTransaction> last(CommissionId id, Predicate<Recount> wanted) {
        Optional<LedgerTransaction> last = Optional.empty();
        int from = 1;
        List<LedgerTransaction> block;
        do {
            block = transactions.find(IntStream.range(from, from + BLOCK)
                    .mapToObj(number -> Recount.causeOf(id, number))
                    .toList());
            Optional<LedgerTransaction> newest = block.stream()
                    .filter(transaction -> wanted.test(of(transaction)))
                    .max(Comparator.comparing(transaction -> of(transaction).number()));
            last = newest.isPresent() ? newest : last;
            from += BLOCK;
        } while (block.size() == BLOCK);
        return last;
    }

    /**
     * Writes a recount, unless one with the same or a greater sequence is written.
     *
     * @param sequence the sequence of the deal's event
     * @param decision returns the recount that follows the last one, which is null if there is none; empty if the deal
     *     counts as before
     * @return the transaction of the last recount; empty if there is none
     */
    public Optional<LedgerTransaction> write(
            CommissionId id, long sequence, Function<@Nullable Recount, Optional<Recount>> decision) {
        return OptimisticRetry.retryOnConflict(() -> {
            Optional<LedgerTransaction> last = last(id);
            if (last.filter(found -> of(found).sequence() >= sequence).isPresent()) {
                return last;
            }
            return writeNext(id, last, decision);
        });
    }

    /**
     * Writes a recount that no event of the deal causes, but a person's decision.
     *
     * @param decision returns the recount that follows the last one, which is null if there is none; empty if the deal
     *     counts as before
     * @return the transaction of the last recount; empty if there is none
     */
    public Optional<LedgerTransaction> write(CommissionId id, Function<@Nullable Recount, Optional<Recount>> decision) {
        return OptimisticRetry.retryOnConflict(() -> writeNext(id, last(id), decision));
    }

    private Optional<LedgerTransaction> writeNext(
            CommissionId id,
            Optional<LedgerTransaction> last,
            Function<@Nullable Recount, Optional<Recount>> decision) {
        Optional<Recount> next = decision.apply(last.map(Recounts::of).orElse(null));
        if (next.isEmpty()) {
            return last;
        }
        if (!ledger.append(next.get())) {
            throw new ConcurrentUpdateException("Another recount of %s came first".formatted(id));
        }
        return ledger.find(next.get().cause());
    }

    /**
     * Returns a deal or a payment as it counts now.
     *
     * @param booked the transaction that booked it
     * @return for a payment that is no revenue, the payment with a revenue of zero
     */
    public CreditedDeal present(LedgerTransaction booked) {
        Posting posting = Posting.of(booked);
        CreditedDeal deal = posting.deal();
        return last(CommissionId.of(deal))
                .map(recount -> of(recount).deal())
                .orElseGet(() -> posting.isRevenue() ? deal : deal.withoutRevenue());
    }

    /** Returns the recount that a transaction records. */
    public static Recount of(LedgerTransaction transaction) {
        return (Recount) transaction.entry();
    }
}
