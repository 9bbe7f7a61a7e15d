package io.entente.commission.plans;

import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Between which amounts a plan pays; all in one currency.
 *
 * @param perDeal at most this for a deal, for all partners credited together
 * @param perYear at most this for a partner in a calendar year, under this plan
 * @param floor at least this for a deal that earns anything, for all partners credited together
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
            throw new IllegalArgumentException("caps and floor in several currencies");
        }
        if (floor != null && perDeal != null && floor.isGreaterThan(perDeal)) {
            throw new IllegalArgumentException("a floor of %s above the cap of %s".formatted(floor, perDeal));
        }
    }

    /** Whether the floor is above a commission; what earns nothing at all isn't raised. */
    public boolean raises(Money commission) {
        return floor != null && commission.isPositive() && commission.isLessThan(floor);
    }

    /** What the floor and the cap per deal leave of a commission. */
    public Money within(Money commission) {
        if (raises(commission)) {
            return Objects.requireNonNull(floor);
        }
        return perDeal != null && commission.isGreaterThan(perDeal) ? perDeal : commission;
    }

    /** The currency of the limits; absent where there are none. */
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
