package io.entente.commission.payouts.bank;

import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.Payouts;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/** The number of payouts of a batch that are sent to the bank, and their sum, by currency. */
final class Totals {

    private final SortedMap<CurrencyUnit, Long> counts = new TreeMap<>();
    private final SortedMap<CurrencyUnit, BigDecimal> sums = new TreeMap<>();

    static Totals of(Payouts payouts, String batchId) {
        Totals totals = new Totals();
        payouts.forEach(batchId, totals::add);
        return totals;
    }

    /** All payouts except those that were cancelled before anybody approved them. */
    static boolean goesOut(Payout payout) {
        return !payout.isTakenOut();
    }

    private void add(Payout payout) {
        if (goesOut(payout)) {
            CurrencyUnit currency = payout.amount().getCurrencyUnit();
            counts.merge(currency, 1L, Long::sum);
            sums.merge(currency, payout.amount().getAmount(), BigDecimal::add);
        }
    }

    Iterable<CurrencyUnit> currencies() {
        return counts.keySet();
    }

    long count(CurrencyUnit currency) {
        return counts.getOrDefault(currency, 0L);
    }

    BigDecimal sum(CurrencyUnit currency) {
        return sums.getOrDefault(currency, BigDecimal.ZERO);
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The sum over all currencies as if they were one, which is what ISO 20022 defines as a file's control sum. */
    BigDecimal sum() {
        return sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
