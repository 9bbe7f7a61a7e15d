package io.entente.commission.lifecycle;

import org.joda.money.Money;

/** Figures as explanations have them. */
final class Texts {

    private Texts() {}

    static String name(DealFact.Kind kind) {
        return switch (kind) {
            case PAYMENT -> "A payment";
            case REFUND -> "A refund";
            case REVERSAL -> "A reversal";
        };
    }

    /** {@code 1054.00 USD}. */
    static String money(Money money) {
        return money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
    }
}
