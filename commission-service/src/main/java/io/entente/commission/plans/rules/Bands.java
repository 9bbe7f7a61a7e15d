package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.Charge.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rates that depend on a value: a number of deals, an amount, or a part of the referrals. Below the first band there is no
 * rate.
 *
 * @param all in ascending order of their starts
 */
public record Bands(List<Band> all) {

    public static final int MAX_BANDS = 20;

    /** @param from the first value that has the rate */
    public record Band(BigDecimal from, Fraction rate) {
        public Band {
            from = from.stripTrailingZeros();
            if (from.signum() < 0) {
                throw new IllegalArgumentException("A band must not start below zero, but starts at " + from);
            }
        }
    }

    public Bands {
        all = List.copyOf(all);
        if (all.isEmpty() || all.size() > MAX_BANDS) {
            throw new IllegalArgumentException(
                    "There must be 1 to %2$d bands, but there are %1$d".formatted(all.size(), MAX_BANDS));
        }
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).from().compareTo(all.get(i - 1).from()) <= 0) {
                throw new IllegalArgumentException("Bands must be in ascending order: " + all);
            }
        }
    }

    /** The band of a value; null if the value is below the first band. */
    @Nullable
    public Band reached(BigDecimal value) {
        int place = place(value);
        return place < 0 ? null : all.get(place);
    }

    private int place(BigDecimal value) {
        int place = all.size() - 1;
        while (place >= 0 && all.get(place).from().compareTo(value) > 0) {
            place--;
        }
        return place;
    }

    public Band first() {
        return all.get(0);
    }

    /** The rates of all bands, in the order of the bands. */
    public List<Fraction> rates() {
        return all.stream().map(Band::rate).toList();
    }

    /** Whether no band has a lower rate than the band before it. */
    public boolean neverFall() {
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).rate().value().compareTo(all.get(i - 1).rate().value()) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether two values are in different bands. */
    public boolean crossed(BigDecimal before, BigDecimal after) {
        return place(before) != place(after);
    }

    /** The range between two values, cut at the starts of the bands. */
    public List<Part> slices(BigDecimal before, BigDecimal after) {
        List<Part> parts = new ArrayList<>(2);
        for (int i = 0; i < all.size(); i++) {
            Band band = all.get(i);
            BigDecimal low = band.from().max(before);
            BigDecimal high = i + 1 < all.size() ? all.get(i + 1).from().min(after) : after;
            if (high.compareTo(low) > 0 || (before.compareTo(after) == 0 && i == place(after))) {
                parts.add(new Part(band.rate(), high.subtract(low)));
            }
        }
        return parts;
    }
}
