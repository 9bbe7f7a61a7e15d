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
            case CREDIT_NOTE -> "A credit note";
            case PAYMENT_VOIDED -> "The voiding of a payment";
            case REFUND_VOIDED -> "The voiding of a refund";
            case CREDIT_NOTE_VOIDED -> "The voiding of a credit note";
        };
    }

    /** Names a report with its amount, day and id. A reversal has no id that anybody outside knows. */
    public static String report(DealFact fact) {
        String id = fact.kind() == DealFact.Kind.REVERSAL ? "" : " (" + fact.id() + ")";
        return "%s of %s on %s%s.".formatted(name(fact.kind()), money(fact.amount()), fact.on(), id);
    }

    /** Formats an amount such as {@code 1054.00 USD}. */
    public static String money(Money money) {
        return money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
    }
}
