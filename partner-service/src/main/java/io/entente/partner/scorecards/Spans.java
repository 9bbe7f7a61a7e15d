package io.entente.partner.scorecards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Times that were measured.
 *
 * @param count how many
 * @param minutes all of them together
 */
public record Spans(int count, long minutes) {

    public static final Spans NONE = new Spans(0, 0);

    private static final BigDecimal MINUTES_OF_AN_HOUR = new BigDecimal(60);

    public Spans plus(Spans other) {
        return new Spans(count + other.count, minutes + other.minutes);
    }

    Spans plus(long more) {
        return new Spans(count + 1, minutes + more);
    }

    /** Their average in hours; null if nothing was measured. */
    public @Nullable BigDecimal averageHours() {
        return count == 0
                ? null
                : new BigDecimal(minutes)
                        .divide(MINUTES_OF_AN_HOUR.multiply(new BigDecimal(count)), 1, RoundingMode.HALF_UP);
    }
}
