package io.entente.commission.ledger;

import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.plans.inputs.Fraction;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Figures of a partner's history that pricing needs. They are carried along the chain, so nobody has to count them
 * again.
 *
 * @param dealsByYear number of deals won through the partner, by the calendar year of {@code closedOn}; includes
 * deals that earned nothing
 * @param revenue the partner's share of the amounts of all its deals, by currency; a retainer counts with what its
 * client has paid
 * @param earned what the partner has earned, including corrections and clawbacks, by year, plan and currency; only
 * plans with a yearly cap are counted, because no other plan needs the figure
 * @param uncounted by how much the deals of a year count less for tiers than their number, because their plans leave out
 * small deals or count by share; years without such deals are left out
 * @param takenBack the revenue that was lost afterwards, by currency; only statements need the figure
 */
public record Counters(
        SortedMap<Integer, Long> dealsByYear,
        SortedMap<CurrencyUnit, Money> revenue,
        SortedMap<Integer, SortedMap<String, SortedMap<CurrencyUnit, Money>>> earned,
        SortedMap<Integer, BigDecimal> uncounted,
        SortedMap<CurrencyUnit, TakenBack> takenBack) {

    public static final Counters NONE = new Counters(new TreeMap<>(), new TreeMap<>());

    public Counters {
        dealsByYear = Collections.unmodifiableSortedMap(dealsByYear);
        revenue = Collections.unmodifiableSortedMap(revenue);
        earned = Collections.unmodifiableSortedMap(earned);
        uncounted = Collections.unmodifiableSortedMap(uncounted);
        takenBack = Collections.unmodifiableSortedMap(takenBack);
    }

    /**
     * The partner's part of what clients don't pay for, or got back.
     *
     * @param reversed of whole deals that were reversed, which {@code revenue} no longer contains
     * @param refunded of deals that still count in {@code revenue} as a whole: refunds, credit notes and partial reversals
     */
    public record TakenBack(Money reversed, Money refunded) {

        static TakenBack none(CurrencyUnit currency) {
            return new TakenBack(Money.zero(currency), Money.zero(currency));
        }
    }

    /** Creates counters of a partner whose deals all count as one and of whose revenue nothing was lost. */
    public Counters(
            SortedMap<Integer, Long> dealsByYear,
            SortedMap<CurrencyUnit, Money> revenue,
            SortedMap<Integer, SortedMap<String, SortedMap<CurrencyUnit, Money>>> earned) {
        this(dealsByYear, revenue, earned, new TreeMap<>(), new TreeMap<>());
    }

    /** Creates counters of a partner that has earned nothing. */
    public Counters(SortedMap<Integer, Long> dealsByYear, SortedMap<CurrencyUnit, Money> revenue) {
        this(dealsByYear, revenue, new TreeMap<>());
    }

    /** Returns the counters after a deal, or after a client's payment on a retainer. */
    public Counters plus(CreditedDeal deal) {
        SortedMap<Integer, Long> deals = new TreeMap<>(dealsByYear);
        if (deal.payment() == null) {
            deals.merge(deal.closedOn().getYear(), 1L, Long::sum);
        }
        SortedMap<CurrencyUnit, Money> revenues = new TreeMap<>(revenue);
        if (deal.countsAsRevenue()) {
            revenues.merge(deal.revenue().getCurrencyUnit(), deal.revenue(), Money::plus);
        }
        return new Counters(deals, revenues, earned, uncounted(deal, 1), takenBack);
    }

    /** Returns the counters without a deal that is already counted. */
    public Counters without(CreditedDeal deal) {
        SortedMap<Integer, Long> deals = new TreeMap<>(dealsByYear);
        if (deal.payment() == null) {
            deals.merge(deal.closedOn().getYear(), -1L, Long::sum);
        }
        return new Counters(deals, revenue, earned, uncounted(deal, -1), takenBack);
    }

    /** Returns what the deals of a year count for tiers. */
    public BigDecimal counted(int year) {
        return BigDecimal.valueOf(dealsByYear.getOrDefault(year, 0L))
                .subtract(uncounted.getOrDefault(year, BigDecimal.ZERO));
    }

    private SortedMap<Integer, BigDecimal> uncounted(CreditedDeal deal, int more) {
        return deal.payment() == null ? uncounted(deal.closedOn().getYear(), more, deal.counts()) : uncounted;
    }

    private SortedMap<Integer, BigDecimal> uncounted(int year, int more, Fraction counts) {
        BigDecimal missing = BigDecimal.ONE.subtract(counts.value()).multiply(BigDecimal.valueOf(more));
        if (missing.signum() == 0) {
            return uncounted;
        }
        SortedMap<Integer, BigDecimal> years = new TreeMap<>(uncounted);
        BigDecimal after =
                years.getOrDefault(year, BigDecimal.ZERO).add(missing).stripTrailingZeros();
        if (after.signum() == 0) {
            years.remove(year);
        } else {
            years.put(year, after);
        }
        return years;
    }

    /**
     * Returns the counters with more or fewer deals in a year.
     *
     * @param counts by how much each of these deals counts for tiers
     */
    public Counters plusDeals(int year, int more, Fraction counts) {
        if (more == 0) {
            return this;
        }
        SortedMap<Integer, Long> deals = new TreeMap<>(dealsByYear);
        deals.merge(year, (long) more, Long::sum);
        return new Counters(deals, revenue, earned, uncounted(year, more, counts), takenBack);
    }

    /** Returns the counters with more revenue, or less if the amount is below zero. */
    public Counters plusRevenue(Money more) {
        if (more.isZero()) {
            return this;
        }
        SortedMap<CurrencyUnit, Money> revenues = new TreeMap<>(revenue);
        revenues.merge(more.getCurrencyUnit(), more, Money::plus);
        return new Counters(dealsByYear, revenues, earned, uncounted, takenBack);
    }

    /** Returns the counters after a whole deal with this revenue was reversed. */
    public Counters plusReversed(Money amount) {
        return plusTakenBack(amount, Money.zero(amount.getCurrencyUnit()));
    }

    /** Returns the counters after more of the revenue was refunded, or less if the amount is below zero. */
    public Counters plusRefunded(Money amount) {
        return plusTakenBack(Money.zero(amount.getCurrencyUnit()), amount);
    }

    private Counters plusTakenBack(Money reversed, Money refunded) {
        if (reversed.isZero() && refunded.isZero()) {
            return this;
        }
        SortedMap<CurrencyUnit, TakenBack> after = new TreeMap<>(takenBack);
        TakenBack before = takenBack(reversed.getCurrencyUnit());
        after.put(
                reversed.getCurrencyUnit(),
                new TakenBack(
                        before.reversed().plus(reversed), before.refunded().plus(refunded)));
        return new Counters(dealsByYear, revenue, earned, uncounted, after);
    }

    /** Returns what was lost of the revenue in a currency. */
    public TakenBack takenBack(CurrencyUnit currency) {
        return takenBack.getOrDefault(currency, TakenBack.none(currency));
    }

    /** Returns the counters after the amount earned under a plan has grown or shrunk. */
    public Counters plusEarned(int year, String plan, Money amount) {
        SortedMap<Integer, SortedMap<String, SortedMap<CurrencyUnit, Money>>> years = new TreeMap<>(earned);
        SortedMap<String, SortedMap<CurrencyUnit, Money>> plans =
                new TreeMap<>(years.getOrDefault(year, Collections.emptySortedMap()));
        SortedMap<CurrencyUnit, Money> amounts = new TreeMap<>(plans.getOrDefault(plan, Collections.emptySortedMap()));
        amounts.merge(amount.getCurrencyUnit(), amount, Money::plus);
        plans.put(plan, amounts);
        years.put(year, plans);
        return new Counters(dealsByYear, revenue, years, uncounted, takenBack);
    }

    /** Whether the amount earned in a year under a plan is counted. */
    public boolean counts(int year, String plan) {
        return earned.getOrDefault(year, Collections.emptySortedMap()).containsKey(plan);
    }

    /** Returns what has been earned so far in a year under a plan. */
    public Money earned(int year, String plan, CurrencyUnit currency) {
        Map<CurrencyUnit, Money> amounts = earned.getOrDefault(year, Collections.emptySortedMap())
                .getOrDefault(plan, Collections.emptySortedMap());
        return amounts.getOrDefault(currency, Money.zero(currency));
    }
}
