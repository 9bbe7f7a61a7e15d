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

    /** A commission gives away the refunded fraction of what it earns, so more is booked, of which the amount is left. */
    public static Money beforeRefund(Money amount, Paid payment) {
        return payment.kept().isEqual(payment.most()) ? amount : portion(amount, payment.most(), payment.kept());
    }

    private static Money portion(Money amount, Money some, Money whole) {
        BigDecimal exact = amount.getAmount().multiply(some.getAmount());
        return Money.of(
                amount.getCurrencyUnit(),
                exact.divide(whole.getAmount(), amount.getCurrencyUnit().getDecimalPlaces(), RoundingMode.HALF_UP));
    }
}
