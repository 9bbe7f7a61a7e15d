package io.entente.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** One figure measured in several rounds: the middle one is reported, the outer ones say how far to trust it. */
public final class Sample {

    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    public static Sample of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    /** Of an even number of rounds the mean of the two in the middle. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double min() {
        return sorted[0];
    }

    public double max() {
        return sorted[sorted.length - 1];
    }

    /** {@code **61 %** (58 – 63)}, of fractions. */
    public String percent() {
        return text("**%s %%**", fraction -> String.format(Locale.ROOT, "%.0f", fraction * 100));
    }

    /** {@code 18,400 (17,900 – 18,600)}. */
    public String perSecond() {
        return text("%s", rate -> String.format(Locale.ROOT, "%,.0f", rate));
    }

    private String text(String middle, DoubleFunction<String> format) {
        return middle.formatted(format.apply(median())) + " (" + format.apply(min()) + " – " + format.apply(max())
                + ")";
    }
}
