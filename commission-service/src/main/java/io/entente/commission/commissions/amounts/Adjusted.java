package io.entente.commission.commissions.amounts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * What people added to a commission or took from it. Such an amount is earned money: if the deal is worth less later, it
 * loses the same fraction as the rest. If the deal becomes worth more than when the adjustment was made, the adjustment
 * stays as it is.
 *
 * @param total all adjustments as they were made
 * @param parts the same, by what the deal was worth when they were made; no two have the same worth
 */
public record Adjusted(Money total, List<Part> parts) {

    /**
     * Adjustments that were made when the deal was worth the same.
     *
     * @param worth what the firm would keep of the deal if the client paid everything that it still owed
     */
    public record Part(Money worth, Money amount) {

        /** Returns what is left of it, rounded half up once. */
        Money at(Money now) {
            if (!now.isLessThan(worth)) {
                return amount;
            }
            BigDecimal exact = amount.getAmount().multiply(now.getAmount());
            return Money.of(
                    amount.getCurrencyUnit(),
                    exact.divide(worth.getAmount(), amount.getCurrencyUnit().getDecimalPlaces(), RoundingMode.HALF_UP));
        }
    }

    public Adjusted {
        parts = List.copyOf(parts);
    }

    /** No adjustments. */
    public static Adjusted nothing(Money zero) {
        return new Adjusted(zero, List.of());
    }

    /** Returns these adjustments with one more. */
    public Adjusted plus(Money amount, Money worth) {
        List<Part> more = new ArrayList<>();
        Money together = amount;
        for (Part part : parts) {
            if (part.worth().isEqual(worth)) {
                together = together.plus(part.amount());
            } else {
                more.add(part);
            }
        }
        more.add(new Part(worth, together));
        return new Adjusted(total.plus(amount), more);
    }

    /** Returns what is left of the adjustments if the deal is worth an amount now. */
    public Money at(Money worth) {
        return parts.stream().map(part -> part.at(worth)).reduce(Money.zero(total.getCurrencyUnit()), Money::plus);
    }
}
