package io.entente.commission.deals;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * Something that happened to a deal after it closed, with a name of its own, so that the same again changes nothing.
 *
 * @param amount above zero, in the deal's currency
 * @param on the day that it counts for
 * @param reason put so that the partner may read it
 * @param actor who reported it
 */
public record DealFact(Kind kind, String id, String dealId, Money amount, LocalDate on, String reason, String actor) {

    /** What happened. */
    public enum Kind {
        /** The client paid, all or in part. */
        PAYMENT,
        /** The client got money back. */
        REFUND,
        /** The deal was undone, all or in part. */
        REVERSAL
    }

    /** Whether it is the same fact as another of its name. */
    public boolean isSameAs(DealFact other) {
        return kind == other.kind
                && id.equals(other.id)
                && dealId.equals(other.dealId)
                && amount.isEqual(other.amount)
                && on.equals(other.on)
                && reason.equals(other.reason);
    }
}
