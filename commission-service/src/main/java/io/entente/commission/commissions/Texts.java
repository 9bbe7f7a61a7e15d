package io.entente.commission.commissions;

import io.entente.commission.deals.DealFact;
import org.joda.money.Money;

/** Formats figures for explanations. */
public final class Texts {

    private Texts() {}

    public static String name(DealFact.Kind kind) {
        return switch (kind) {
            case PAYMENT -> "A payment";
            case REFUND -> "A refund";
            case REVERSAL -> "A reversal";
        };
    }

    /** Formats an amount such as {@code 1054.00 USD}. */
    public static String money(Money money) {
        return money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
    }
}
