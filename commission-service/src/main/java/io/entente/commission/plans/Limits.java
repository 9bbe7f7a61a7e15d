package io.entente.commission.plans;

import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The least and the most that a plan pays. All amounts are in one currency, and a null amount sets no limit.
 *
 * @param perDeal the most for one deal, for all credited partners together
 * @param perYear the most for one partner under this plan in a calendar year
 * @param floor the least for a deal that earns anything, for all credited partners together
 */
public record Limits(@Nullable Money perDeal, @Nullable Money perYear, @Nullable Money floor) {

    public static final Limits NONE = new Limits(null, null, null);

    public Limits {
        long currencies = Stream.of(perDeal, perYear, floor)
                .filter(Objects::nonNull)
                .map(Money::getCurrencyUnit)
                .distinct()
                .count();
        if (currencies > 1) {
            throw new IllegalArgumentException("Caps and floor must be in one currency");
        }
        if (floor != null && perDeal != null && floor.isGreaterThan(perDeal)) {
            throw new IllegalArgumentException("The floor of %s is above the cap of %s".formatted(floor, perDeal));
        }
    }

    /** Whether the floor raises a commission. A commission of zero is never raised. */
    public boolean raises(Money commission) {
        return floor != null && commission.isPositive() && commission.isLessThan(floor);
    }

    /** The commission after the floor and the cap per deal have been applied. */
    public Money within(Money commission) {
        if (raises(commission)) {
            return Objects.requireNonNull(floor);
        }
        return perDeal != null && commission.isGreaterThan(perDeal) ? perDeal : commission;
    }

    /** The currency of the limits; null if there are none. */
    public @Nullable CurrencyUnit currency() {
        if (perDeal != null) {
            return perDeal.getCurrencyUnit();
        }
        if (perYear != null) {
            return perYear.getCurrencyUnit();
        }
        return floor == null ? null : floor.getCurrencyUnit();
    }
}
