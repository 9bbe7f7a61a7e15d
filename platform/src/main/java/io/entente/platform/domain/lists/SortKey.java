package io.entente.platform.domain.lists;

import java.math.RoundingMode;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts that sort as the values they stand for. Each ends with the item's id, so no two items of a list have the same
 * key, and a page continues exactly after the last item of the page before.
 */
public final class SortKey {

    /** Sorts behind all digits and letters. */
    private static final String LAST = "~";

    /** Sorts before all digits and letters. */
    private static final String FIRST = "!";

    private SortKey() {}

    /** The key of an instant after 1970. Items without one come last in ascending order. */
    public static String of(@Nullable Instant at, String id) {
        return at == null ? LAST + id : start(at) + " " + id;
    }

    /** What all keys of an instant begin with. */
    public static String start(Instant at) {
        return "%015d".formatted(Math.max(0, at.toEpochMilli()));
    }

    /** The key of an amount: by currency, then by amount. Items without one come first in ascending order. */
    public static String of(@Nullable Money amount, String id) {
        return amount == null
                ? FIRST + id
                : "%s %020d %s"
                        .formatted(
                                amount.getCurrencyUnit().getCode(),
                                amount.rounded(amount.getCurrencyUnit().getDecimalPlaces(), RoundingMode.HALF_UP)
                                        .getAmount()
                                        .unscaledValue()
                                        .max(java.math.BigInteger.ZERO),
                                id);
    }

    /** The key of a name: by its words without case and accents. */
    public static String of(String name, String id) {
        return String.join(" ", FoldedWords.of(name)) + " " + FIRST + id;
    }
}
