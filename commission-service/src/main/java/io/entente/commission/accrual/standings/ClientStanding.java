package io.entente.commission.accrual.standings;

import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.recount.Counted;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.refunds.NotedRefund;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.LedgerTransaction;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a client has bought through a partner, added up along the partner's chain up to one transaction. Transactions
 * never change, so the same transaction always gives the same figures.
 *
 * @param upTo number of the last transaction that is included; 0 for none
 * @param revenue what the firm keeps, or will keep, of the client's deals by currency, with retainers counted by what was paid;
 * without the firm's own referrals
 */
public record ClientStanding(long upTo, SortedMap<CurrencyUnit, Money> revenue) {

    public static final ClientStanding NONE = new ClientStanding(0, new TreeMap<>());

    public ClientStanding {
        revenue = Collections.unmodifiableSortedMap(revenue);
    }

    /** Returns the standing with more transactions of the chain included. They must be given in order. */
    public ClientStanding plus(Collection<LedgerTransaction> transactions) {
        SortedMap<CurrencyUnit, Money> revenues = new TreeMap<>(revenue);
        long last = upTo;
        for (LedgerTransaction transaction : transactions) {
            last = transaction.id().number();
            if (transaction.entry() instanceof Posting posting && counts(posting)) {
                CreditedDeal deal = posting.deal();
                revenues.merge(deal.basis().getCurrencyUnit(), deal.basis(), Money::plus);
            }
            if (transaction.entry() instanceof Recount recount) {
                Money more = recount.after().basis().minus(recount.before().basis());
                revenues.merge(more.getCurrencyUnit(), more.plus(refundedBefore(recount)), Money::plus);
            }
            Money lost = lost(transaction.entry());
            if (lost != null && !lost.isZero()) {
                revenues.merge(lost.getCurrencyUnit(), lost.negated(), Money::plus);
            }
        }
        return new ClientStanding(last, revenues);
    }

    /** Returns the standing of one deal with its new transactions included. They must be given in order; others are ignored. */
    ClientStanding plus(Collection<LedgerTransaction> ofClient, String dealId) {
        return plus(ofClient.stream()
                .filter(transaction -> transaction.id().number() > upTo
                        && transaction
                                .entry()
                                .creditedDeal()
                                .filter(deal -> deal.dealId().equals(dealId))
                                .isPresent())
                .toList());
    }

    public Money revenue(CurrencyUnit currency) {
        return revenue.getOrDefault(currency, Money.zero(currency));
    }

    /** What a client got back, or does not pay, of a deal or a payment; below zero if it is undone. */
    private static @Nullable Money lost(Entry entry) {
        if (entry instanceof Movement movement) {
            return movement.after().deal().whole(movement.refunded());
        }
        if (entry instanceof NotedRefund noted) {
            return noted.deal().whole(noted.more());
        }
        return entry instanceof Posting posting && posting.opening() != null && counts(posting)
                ? posting.deal().whole(posting.opening().refundedRevenue())
                : null;
    }

    /** The payments on a reversed retainer are refunded as a whole by their own entries. */
    private static Money refundedBefore(Recount recount) {
        Counted before = recount.before();
        return recount.reversed() && before.refundable().isPositive()
                ? before.basis()
                : Money.zero(before.basis().getCurrencyUnit());
    }

    private static boolean counts(Posting posting) {
        return posting.deal().countsAsRevenue() && posting.isRevenue();
    }
}
