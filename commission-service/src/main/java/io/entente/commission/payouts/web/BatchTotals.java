package io.entente.commission.payouts.web;

import io.entente.commission.payouts.Payout;
import io.entente.platform.domain.MoneyJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Counts the payouts of a batch by state, and adds up their amounts by currency. */
final class BatchTotals {

    private final Map<Payout.State, Long> states = new EnumMap<>(Payout.State.class);
    private final SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();

    void add(Payout payout) {
        states.merge(payout.state(), 1L, Long::sum);
        if (payout.state() != Payout.State.CANCELLED) {
            sums.merge(payout.amount().getCurrencyUnit(), payout.amount(), Money::plus);
        }
    }

    Map<Payout.State, Long> states() {
        return states;
    }

    List<MoneyJson> sums() {
        return sums.values().stream().map(MoneyJson::of).toList();
    }
}
