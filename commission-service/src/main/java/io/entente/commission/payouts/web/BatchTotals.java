package io.entente.commission.payouts.web;

import io.entente.commission.payouts.PayableMoney.Allocation;
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
    private final SortedMap<CurrencyUnit, Sum> sums = new TreeMap<>();

    void add(Payout payout) {
        states.merge(payout.state(), 1L, Long::sum);
        if (payout.state() != Payout.State.CANCELLED) {
            sums.merge(payout.amount().getCurrencyUnit(), Sum.of(payout.allocation()), Sum::plus);
        }
    }

    Map<Payout.State, Long> states() {
        return states;
    }

    List<MoneyJson> sums() {
        return sums.values().stream().map(Sum::paid).map(MoneyJson::of).toList();
    }

    List<BatchPart> parts() {
        return sums.values().stream().map(Sum::part).toList();
    }

    /**
     * What the amounts of a batch in one currency consist of.
     *
     * @param commission that is paid
     * @param vat that is paid on top of it
     * @param withheld tax that is kept back from it
     * @param amount that is transferred
     */
    record BatchPart(MoneyJson commission, MoneyJson vat, MoneyJson withheld, MoneyJson amount) {}

    private record Sum(Money commission, Money vat, Money withheld) {

        static Sum of(Allocation allocation) {
            return new Sum(
                    allocation.net(), allocation.tax().vat(), allocation.tax().withheld());
        }

        Sum plus(Sum other) {
            return new Sum(commission.plus(other.commission), vat.plus(other.vat), withheld.plus(other.withheld));
        }

        Money paid() {
            return commission.plus(vat).minus(withheld);
        }

        BatchPart part() {
            return new BatchPart(
                    MoneyJson.of(commission), MoneyJson.of(vat), MoneyJson.of(withheld), MoneyJson.of(paid()));
        }
    }
}
