package io.entente.commission.commissions.amounts;

import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.rules.Flat;
import io.entente.commission.plans.rules.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a commission came about, from the steps of its pricing.
 *
 * @param of the amount of the deal; for a retainer, everything that was paid and kept so far
 * @param onRetainer whether it was priced on a payment of a retainer
 * @param isFixed whether the plan pays a fixed amount
 * @param parts each rate with the amount that it applies to; empty if the amount is fixed, or if an early accrual doesn't tell
 * @param limits what changed the amount afterwards, in order
 */
public record Price(Money of, PlanRef plan, boolean onRetainer, boolean isFixed, List<Part> parts, List<Limit> limits) {

    /** A rate on an amount. */
    public record Part(Fraction rate, Money of) {}

    /** What changed the amount. */
    public enum Kind {
        /** The commission of the payments before this one on a retainer is subtracted. */
        LESS_BEFORE,
        /** The plan pays a least amount for a deal. */
        FLOOR,
        /** The plan pays a most amount for a deal. */
        CAP_PER_DEAL,
        /** Several partners share the deal. */
        SHARE,
        /** The plan pays a most amount in a year. */
        CAP_PER_YEAR
    }

    /** @param figures of the pricing step, such as {@code result: 90.00 USD} */
    public record Limit(Kind kind, Map<String, String> figures) {

        /** Returns an amount among the figures. */
        public Money amount(String name) {
            return money(figures.get(name));
        }
    }

    public Price {
        parts = List.copyOf(parts);
        limits = List.copyOf(limits);
    }

    /** Returns how a deal or a payment on a retainer was priced. */
    public static Price of(CreditedDeal deal, Earned earned) {
        Money of = figure(earned, "DEAL", "basis").map(Price::money).orElseGet(deal::basis);
        List<Part> parts =
                figure(earned, "COMMISSION", "parts").map(Price::parts).orElseGet(() -> onWhole(earned.rate(), of));
        boolean isFixed = earned.rule().equals(Flat.CODE);
        return new Price(of, earned.plan(), deal.payment() != null, isFixed, parts, limits(earned));
    }

    /** Returns what changed the amount in one way; empty if nothing did. */
    public Optional<Limit> limit(Kind kind) {
        return limits.stream().filter(limit -> limit.kind() == kind).findFirst();
    }

    private static List<Part> onWhole(@Nullable Fraction rate, Money of) {
        return rate == null ? List.of() : List.of(new Part(rate, of));
    }

    private static List<Part> parts(String figures) {
        return figures.isEmpty()
                ? List.of()
                : Arrays.stream(figures.split("; "))
                        .map(part -> part.split(" of "))
                        .map(part -> new Part(Fraction.of(part[0]), money(part[1])))
                        .toList();
    }

    private static List<Limit> limits(Earned earned) {
        List<Limit> limits = new ArrayList<>();
        for (Step step : earned.steps()) {
            Arrays.stream(Kind.values())
                    .filter(kind ->
                            kind.name().equals(step.name()) && !step.figures().isEmpty())
                    .filter(kind -> kind != Kind.SHARE || isPart(step.figures().get("share")))
                    .forEach(kind -> limits.add(new Limit(kind, step.figures())));
        }
        return limits;
    }

    private static boolean isPart(@Nullable String share) {
        return share != null && Fraction.of(share).value().compareTo(BigDecimal.ONE) < 0;
    }

    private static Optional<String> figure(Earned earned, String step, String name) {
        return earned.steps().stream()
                .filter(found -> found.name().equals(step))
                .map(found -> found.figures().get(name))
                .filter(figure -> figure != null)
                .findFirst();
    }

    /** Reads an amount such as {@code 33.35 USD}. */
    private static Money money(@Nullable String text) {
        String[] amountAndCurrency = String.valueOf(text).split(" ");
        return Money.of(CurrencyUnit.of(amountAndCurrency[1]), new BigDecimal(amountAndCurrency[0]));
    }
}
