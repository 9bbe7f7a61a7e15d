package io.entente.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** A figure measured in several rounds. Its median is reported; the lowest and highest values show how reliable it is. */
public final class Sample {

    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    public static Sample of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A sample needs at least one value");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    /** The middle value, or the mean of the two middle values if the number of rounds is even. */
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

    /** Text such as {@code **61 %** (58 – 63)} for fractions. */
    public String percent() {
        return text("**%s %%**", fraction -> String.format(Locale.ROOT, "%.0f", fraction * 100));
    }

    /** Text such as {@code 18,400 (17,900 – 18,600)}. */
    public String perSecond() {
        return text("%s", rate -> String.format(Locale.ROOT, "%,.0f", rate));
    }

    private String text(String middle, DoubleFunction<String> format) {
        return middle.formatted(format.apply(median())) + " (" + format.apply(min()) + " – " + format.apply(max())
                + ")";
    }
}
