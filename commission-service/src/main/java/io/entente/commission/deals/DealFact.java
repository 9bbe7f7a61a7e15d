package io.entente.commission.deals;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * Something that happened to a deal after its closing. It has an id of its own, so recording it again changes
 * nothing.
 *
 * @param amount above zero, in the deal's currency
 * @param on the day on which it counts
 * @param reason a text that the partner may read
 * @param actor who reported it
 */
public record DealFact(Kind kind, String id, String dealId, Money amount, LocalDate on, String reason, String actor) {

    /** The kind of fact. */
    public enum Kind {
        /** The client paid some or all of the amount. */
        PAYMENT,
        /** The client received a refund. */
        REFUND,
        /** Some or all of the deal was undone. */
        REVERSAL
    }

    /** Whether another fact with the same id has the same content. */
    public boolean isSameAs(DealFact other) {
        return kind == other.kind
                && id.equals(other.id)
                && dealId.equals(other.dealId)
                && amount.isEqual(other.amount)
                && on.equals(other.on)
                && reason.equals(other.reason);
    }
}
