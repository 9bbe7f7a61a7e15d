package io.entente.commission.plans.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One step of how an amount came about: its figures for machines, a sentence for people. Pricing a deal only takes note of
 * the figures; text is made of them when somebody asks, since most of what is simulated or compared is never read.
 */
public final class Step {

    private final String name;
    private final @Nullable Supplier<Told> telling;
    private @Nullable Told told;

    private Step(String name, @Nullable Supplier<Told> telling, @Nullable Told told) {
        this.name = name;
        this.telling = telling;
        this.told = told;
    }

    /** A step that is told when asked; {@code telling} must depend on nothing that changes. */
    public static Step later(String name, Supplier<Told> telling) {
        return new Step(name, telling, null);
    }

    /**
     * A step told already.
     *
     * @param name {@code COMMISSION}
     * @param figures {@code exact: 3.335}, in order
     */
    public static Step of(String name, Map<String, String> figures, String sentence) {
        return new Step(name, null, new Told(figures, sentence));
    }

    /** What was done, a word of an open vocabulary: {@code DEAL}, {@code PLAN}, {@code ORDINAL}, {@code COMMISSION} … */
    public String name() {
        return name;
    }

    /** What went in and, as {@code result}, what came out, as text, in order. */
    public Map<String, String> figures() {
        return told().figures();
    }

    public String sentence() {
        return told().sentence();
    }

    private Told told() {
        Told known = told;
        if (known == null) {
            known = Objects.requireNonNull(telling).get();
            told = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Step step && name.equals(step.name) && told().equals(step.told());
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + told().hashCode();
    }

    @Override
    public String toString() {
        return name + ": " + sentence();
    }

    /** A step's text. */
    public record Told(Map<String, String> figures, String sentence) {

        public Told {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }

        /** @param namesAndValues {@code "rate", "0.10", "result", "1054.00 USD"} */
        public static Told of(String sentence, String... namesAndValues) {
            Map<String, String> figures = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                figures.put(namesAndValues[i], namesAndValues[i + 1]);
            }
            return new Told(figures, sentence);
        }
    }
}
