package io.entente.commission.plans.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One step of an explanation: figures for machines, and a sentence for people. The text is written only when somebody reads
 * it, because most of what is simulated or compared is never read.
 */
public final class Step {

    private final String name;
    private final @Nullable Supplier<Wording> supplier;
    private @Nullable Wording wording;

    private Step(String name, @Nullable Supplier<Wording> supplier, @Nullable Wording wording) {
        this.name = name;
        this.supplier = supplier;
        this.wording = wording;
    }

    /** Creates a step whose text is written at the first read. The supplier must always return the same text. */
    public static Step lazy(String name, Supplier<Wording> supplier) {
        return new Step(name, supplier, null);
    }

    /**
     * Creates a step from a text that was written before.
     *
     * @param name such as {@code COMMISSION}
     * @param figures in order, such as {@code exact: 3.335}
     */
    public static Step of(String name, Map<String, String> figures, String sentence) {
        return new Step(name, null, new Wording(figures, sentence));
    }

    /**
     * The name of the step, from an open list such as {@code DEAL}, {@code PLAN}, {@code ORDINAL} and {@code COMMISSION}.
     */
    public String name() {
        return name;
    }

    /** The inputs of the step and its {@code result}, as text, in order. */
    public Map<String, String> figures() {
        return wording().figures();
    }

    public String sentence() {
        return wording().sentence();
    }

    private Wording wording() {
        Wording known = wording;
        if (known == null) {
            known = Objects.requireNonNull(supplier).get();
            wording = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Step step && name.equals(step.name) && wording().equals(step.wording());
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + wording().hashCode();
    }

    @Override
    public String toString() {
        return name + ": " + sentence();
    }

    /** The text of a step. */
    public record Wording(Map<String, String> figures, String sentence) {

        public Wording {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }

        /** @param namesAndValues the figures, such as {@code "rate", "0.10", "result", "1054.00 USD"} */
        public static Wording of(String sentence, String... namesAndValues) {
            Map<String, String> figures = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                figures.put(namesAndValues[i], namesAndValues[i + 1]);
            }
            return new Wording(figures, sentence);
        }
    }
}
