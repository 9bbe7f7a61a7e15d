package io.entente.commission.commissions;

import io.entente.commission.deals.DealFact;
import org.joda.money.Money;

/** Figures as explanations have them. */
public final class Texts {

    private Texts() {}

    public static String name(DealFact.Kind kind) {
        return switch (kind) {
            case PAYMENT -> "A payment";
            case REFUND -> "A refund";
            case REVERSAL -> "A reversal";
        };
    }

    /** {@code 1054.00 USD}. */
    public static String money(Money money) {
        return money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
    }
}
