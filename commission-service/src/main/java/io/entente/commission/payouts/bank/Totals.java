package io.entente.commission.payouts.bank;

import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.Payouts;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/** How many payouts of a batch go to the bank, and their sum, by currency. */
final class Totals {

    private final SortedMap<CurrencyUnit, Long> counts = new TreeMap<>();
    private final SortedMap<CurrencyUnit, BigDecimal> sums = new TreeMap<>();

    static Totals of(Payouts payouts, String batchId) {
        Totals totals = new Totals();
        payouts.forEach(batchId, totals::add);
        return totals;
    }

    /** All but those that were given up before anybody approved them. */
    static boolean goesOut(Payout payout) {
        return payout.state() != Payout.State.CANCELLED;
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

    /** Over all currencies as if they were one: what ISO 20022 asks of a file's control sum. */
    BigDecimal sum() {
        return sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
