package io.entente.commission.ledger;

import io.entente.commission.deals.CreditedDeal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What rules ask of a partner's history, carried along the chain so that nobody has to count it.
 *
 * @param dealsByYear deals won through the partner by the calendar year of {@code closedOn}, also those that earned nothing
 * @param revenue the partner's share of all its deals' amounts, in each currency; of a retainer what its client has paid
 * @param earned what it has earned by the year it was earned in, the plan and the currency, corrections and clawbacks included;
 *     only under plans that cap the year, since nobody else asks
 */
public record Counters(
        SortedMap<Integer, Long> dealsByYear,
        SortedMap<CurrencyUnit, Money> revenue,
        SortedMap<Integer, SortedMap<String, SortedMap<CurrencyUnit, Money>>> earned) {

    public static final Counters NONE = new Counters(new TreeMap<>(), new TreeMap<>());

    public Counters {
        dealsByYear = Collections.unmodifiableSortedMap(dealsByYear);
        revenue = Collections.unmodifiableSortedMap(revenue);
        earned = Collections.unmodifiableSortedMap(earned);
    }

    /** Counters of somebody who earned nothing. */
    public Counters(SortedMap<Integer, Long> dealsByYear, SortedMap<CurrencyUnit, Money> revenue) {
        this(dealsByYear, revenue, new TreeMap<>());
    }

    /** The counters after a deal, or after a client's payment on a retainer. */
    public Counters plus(CreditedDeal deal) {
        SortedMap<Integer, Long> deals = new TreeMap<>(dealsByYear);
        if (deal.payment() == null) {
            deals.merge(deal.closedOn().getYear(), 1L, Long::sum);
        }
        SortedMap<CurrencyUnit, Money> revenues = new TreeMap<>(revenue);
        if (deal.countsAsRevenue()) {
            revenues.merge(deal.revenue().getCurrencyUnit(), deal.revenue(), Money::plus);
        }
        return new Counters(deals, revenues, earned);
    }

    /** The deals counted before one that is in. */
    public Counters without(CreditedDeal deal) {
        SortedMap<Integer, Long> deals = new TreeMap<>(dealsByYear);
        if (deal.payment() == null) {
            deals.merge(deal.closedOn().getYear(), -1L, Long::sum);
        }
        return new Counters(deals, revenue, earned);
    }

    /** The counters after more, or less, was earned under a plan. */
    public Counters plusEarned(int year, String plan, Money amount) {
        SortedMap<Integer, SortedMap<String, SortedMap<CurrencyUnit, Money>>> years = new TreeMap<>(earned);
        SortedMap<String, SortedMap<CurrencyUnit, Money>> plans =
                new TreeMap<>(years.getOrDefault(year, Collections.emptySortedMap()));
        SortedMap<CurrencyUnit, Money> amounts = new TreeMap<>(plans.getOrDefault(plan, Collections.emptySortedMap()));
        amounts.merge(amount.getCurrencyUnit(), amount, Money::plus);
        plans.put(plan, amounts);
        years.put(year, plans);
        return new Counters(dealsByYear, revenue, years);
    }

    /** Whether what is earned in a year under a plan is counted. */
    public boolean counts(int year, String plan) {
        return earned.getOrDefault(year, Collections.emptySortedMap()).containsKey(plan);
    }

    /** What was earned in a year under a plan so far. */
    public Money earned(int year, String plan, CurrencyUnit currency) {
        Map<CurrencyUnit, Money> amounts = earned.getOrDefault(year, Collections.emptySortedMap())
                .getOrDefault(plan, Collections.emptySortedMap());
        return amounts.getOrDefault(currency, Money.zero(currency));
    }
}
