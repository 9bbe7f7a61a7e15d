package io.entente.referral.intake.values;

import java.util.Map;
import java.util.Optional;

/** Decides what a column shows if a few of its values say something else, because of typing errors. */
final class Majority {

    /** This many values for each that says something else are a clear majority. */
    private static final int CLEAR = 20;

    private Majority() {}

    /** The option that clearly has the most values; empty if none has. */
    static <T> Optional<T> of(Map<T, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() >= (long) CLEAR * (all - most.getValue()))
                .map(Map.Entry::getKey);
    }
}
