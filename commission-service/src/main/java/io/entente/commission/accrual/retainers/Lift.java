package io.entente.commission.accrual.retainers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** What a higher band adds to a retainer, or a lower one takes away, as the parts of its payments. */
public final class Lift {

    private Lift() {}

    /**
     * Divides an amount in proportion to what is kept of each payment. The sum of the first parts is always the first payments'
     * portion of the amount, rounded once, so all parts add up to it.
     */
    public static List<Money> split(Money amount, List<Paid> payments) {
        Money none = Money.zero(amount.getCurrencyUnit());
        Money whole = payments.stream().map(Paid::kept).reduce(none, Money::plus);
        List<Money> parts = new ArrayList<>();
        Money kept = none;
        Money given = none;
        for (Paid payment : payments) {
            kept = kept.plus(payment.kept());
            Money until = portion(amount, kept, whole);
            parts.add(until.minus(given));
            given = until;
        }
        return parts;
    }

    /**
     * Returns what a payment must earn as a whole, so that exactly an amount is left for what is kept of it. A commission gives away the
     * refunded fraction of what it earns, rounded once. More is earned than is left, so the rounding comes back to the same amount.
     */
    public static Money beforeRefund(Money left, Paid payment) {
        return payment.kept().isEqual(payment.most()) ? left : portion(left, payment.most(), payment.kept());
    }

    private static Money portion(Money amount, Money some, Money whole) {
        BigDecimal exact = amount.getAmount().multiply(some.getAmount());
        return Money.of(
                amount.getCurrencyUnit(),
                exact.divide(whole.getAmount(), amount.getCurrencyUnit().getDecimalPlaces(), RoundingMode.HALF_UP));
    }
}
