package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.Fraction;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The result of a rule, before it is rounded and limited.
 *
 * @param matched false if the rule has no rate for the deal
 * @param exact the exact commission
 * @param rate null if no rate or several rates applied
 * @param parts the rates with the amounts to which they apply; empty if the rule isn't proportional
 * @param because explains how the rule chose the rate; null if it had nothing to choose
 */
public record Charge(
        boolean matched, BigDecimal exact, @Nullable Fraction rate, List<Part> parts, @Nullable Step because) {

    /** A rate on an amount. */
    public record Part(Fraction rate, BigDecimal of) {
        BigDecimal exact() {
            return of.multiply(rate.value());
        }
    }

    public static Charge at(Fraction rate, Money basis, @Nullable Step because) {
        Part whole = new Part(rate, basis.getAmount());
        return new Charge(true, whole.exact(), rate, List.of(whole), because);
    }

    /** Applies a rate to each part of the basis. */
    public static Charge of(List<Part> parts, @Nullable Step because) {
        if (parts.isEmpty()) {
            return none(because);
        }
        BigDecimal exact = BigDecimal.ZERO;
        for (Part part : parts) {
            exact = exact.add(part.exact());
        }
        return new Charge(true, exact, parts.size() == 1 ? parts.get(0).rate() : null, parts, because);
    }

    public static Charge fixed(Money amount) {
        return new Charge(true, amount.getAmount(), null, List.of(), null);
    }

    public static Charge none(@Nullable Step because) {
        return new Charge(false, BigDecimal.ZERO, null, List.of(), because);
    }
}
