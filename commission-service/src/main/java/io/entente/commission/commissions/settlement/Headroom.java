package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Texts;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Because.Code;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;
import org.jspecify.annotations.Nullable;

/**
 * How much more a commission may earn under the yearly cap of its plan. What a refund takes back can be earned by other deals, so if the
 * refund is undone, the commission gets back only what is left of the cap.
 *
 * @param cap null if the plan has none
 * @param earned returns what the partner has earned under the plan in the year; asked only if the commission earns more
 */
public record Headroom(@Nullable Money cap, int year, Supplier<Money> earned) {

    /** The plan has no cap per year. */
    public static Headroom unlimited() {
        return new Headroom(null, 0, () -> {
            throw new IllegalStateException("Nothing limits this commission");
        });
    }

    /** Returns what may still be earned under the cap, which must exist. */
    public Money free(Money zero) {
        return MoneyUtils.max(zero, Objects.requireNonNull(cap).minus(earned.get()));
    }

    /** Returns at most what a commission may have of its plan, if it would have an amount. */
    public Money limited(Commission before, Money left) {
        Money more = left.minus(before.leftOfEarned());
        if (cap == null || !more.isPositive()) {
            return left;
        }
        return before.leftOfEarned().plus(MoneyUtils.min(free(before.zero()), more));
    }

    /** Returns the next state of a commission. If it would have more than the cap leaves, the deal earns less from then on. */
    Commission limited(Commission before, UnaryOperator<Draft> next) {
        Commission after = next.apply(Draft.of(before)).commission();
        Money most = limited(before, after.leftOfEarned());
        if (most.isEqual(after.leftOfEarned())) {
            return after;
        }
        Money earns = before(most, after.settled().worth(), after.settled().basis());
        return next.apply(Draft.of(before).raised(earns.minus(before.earned()))).commission();
    }

    /** Whether the cap left less than the deal had earned. */
    static boolean hasLimited(Commission before, Commission after) {
        return !after.corrected().isEqual(before.corrected());
    }

    Because because(Commission after) {
        return Because.of(
                Code.CAP_LEFT_LESS,
                "The plan pays at most %s in %d, and other deals have earned a part of it since, so not everything is given back."
                        .formatted(Texts.money(cap == null ? after.zero() : cap), year),
                Texts.money(cap == null ? after.zero() : cap),
                year);
    }

    List<String> explanation(Commission before, Commission after) {
        return List.of(
                "The plan pays at most %s in %d, and %s of it are earned. So the deal earns %s from now on instead of %s."
                        .formatted(
                                Texts.money(cap == null ? after.zero() : cap),
                                year,
                                Texts.money(earned.get()),
                                Texts.money(after.earned()),
                                Texts.money(before.earned())));
    }

    /** Returns what must be earned so that an amount is left if a part of the deal is kept. */
    private static Money before(Money left, Money worth, Money basis) {
        return worth.isZero()
                ? left
                : Money.of(
                        left.getCurrencyUnit(),
                        left.getAmount()
                                .multiply(basis.getAmount())
                                .divide(
                                        worth.getAmount(),
                                        left.getCurrencyUnit().getDecimalPlaces(),
                                        RoundingMode.DOWN));
    }
}
