package io.entente.commission.accrual.standings;

import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.LedgerTransaction;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a client has bought through a partner, added up along the partner's chain up to one transaction. Transactions
 * never change, so the same transaction always gives the same figures.
 *
 * @param upTo number of the last transaction that is included; 0 for none
 * @param revenue amounts of the client's deals by currency, with retainers counted by what was paid; without the
 * firm's own referrals
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
                revenues.merge(more.getCurrencyUnit(), more, Money::plus);
            }
        }
        return new ClientStanding(last, revenues);
    }

    public Money revenue(CurrencyUnit currency) {
        return revenue.getOrDefault(currency, Money.zero(currency));
    }

    private static boolean counts(Posting posting) {
        return posting.deal().countsAsRevenue() && posting.isRevenue();
    }
}
