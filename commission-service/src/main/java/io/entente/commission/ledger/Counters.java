package io.entente.commission.ledger;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What rules ask of a partner's history, carried along the chain so that nobody has to count it.
 *
 * @param dealsByYear won deals by the calendar year of {@code closedOn}, also those that earned nothing
 * @param revenue the partner's share of all its deals' amounts, in each currency
 */
public record Counters(SortedMap<Integer, Long> dealsByYear, SortedMap<CurrencyUnit, Money> revenue) {

    public static final Counters NONE = new Counters(new TreeMap<>(), new TreeMap<>());

    public Counters {
        dealsByYear = Collections.unmodifiableSortedMap(dealsByYear);
        revenue = Collections.unmodifiableSortedMap(revenue);
    }

    /** The counters after a deal. */
    public Counters plus(CreditedDeal deal) {
        SortedMap<Integer, Long> deals = new TreeMap<>(dealsByYear);
        deals.merge(deal.closedOn().getYear(), 1L, Long::sum);
        SortedMap<CurrencyUnit, Money> revenues = new TreeMap<>(revenue);
        revenues.merge(deal.revenue().getCurrencyUnit(), deal.revenue(), Money::plus);
        return new Counters(deals, revenues);
    }
}
