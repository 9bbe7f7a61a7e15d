package io.entente.commission.deals;

import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Because.Code;
import java.time.LocalDate;
import java.util.Set;
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
        REVERSAL,
        /** The firm lowered the amount of the deal. It is reported as a refund, so it can't have the id of a refund. */
        CREDIT_NOTE,
        /** A payment that was entered wrongly does not count any more. It has the id of the payment. */
        PAYMENT_VOIDED,
        /** A refund that was entered wrongly does not count any more. It has the id of the refund. */
        REFUND_VOIDED,
        /** A credit note that was entered wrongly does not count any more. It has the id of the credit note. */
        CREDIT_NOTE_VOIDED;

        /**
         * The kind of fact that takes facts of this kind back.
         *
         * @throws IllegalStateException if facts of this kind can't be voided
         */
        public Kind voided() {
            return switch (this) {
                case PAYMENT -> PAYMENT_VOIDED;
                case REFUND -> REFUND_VOIDED;
                case CREDIT_NOTE -> CREDIT_NOTE_VOIDED;
                case REVERSAL, PAYMENT_VOIDED, REFUND_VOIDED, CREDIT_NOTE_VOIDED ->
                    throw new IllegalStateException("A fact of kind %s can't be voided".formatted(this));
            };
        }

        public boolean isVoid() {
            return this == PAYMENT_VOIDED || this == REFUND_VOIDED || this == CREDIT_NOTE_VOIDED;
        }

        /** The kind with which facts of this kind share their ids. */
        public Kind register() {
            return switch (this) {
                case CREDIT_NOTE -> REFUND;
                case CREDIT_NOTE_VOIDED -> REFUND_VOIDED;
                default -> this;
            };
        }
    }

    /** Returns the reason that a report has if nobody gives one. */
    public static Because usual(Kind kind) {
        return switch (kind.register()) {
            case PAYMENT -> Because.of(Code.CLIENT_PAID, "The client paid.");
            case REFUND ->
                kind == Kind.CREDIT_NOTE
                        ? Because.of(Code.DEAL_CREDITED, "The deal was lowered by a credit note.")
                        : Because.of(Code.CLIENT_REFUNDED, "The client was refunded.");
            default -> throw new IllegalStateException("A fact of kind %s needs a reason".formatted(kind));
        };
    }

    /** Returns the reason for the ledger: the one that a report of this kind usually has, or somebody's own words. */
    public Because because() {
        boolean mayBeUsual = kind == Kind.PAYMENT || kind == Kind.REFUND || kind == Kind.CREDIT_NOTE;
        return mayBeUsual && usual(kind).words().equals(reason) ? usual(kind) : Because.words(reason);
    }

    /** Identifies the fact among all facts. */
    public String key() {
        return keyOf(kind, id);
    }

    /** Returns the key of the fact of a kind with an id. */
    public static String keyOf(Kind kind, String id) {
        return kind.register() + "/" + id;
    }

    /** Whether this fact is taken back by one of the facts with some keys. A reversal never is. */
    public boolean isVoidedBy(Set<String> keys) {
        return kind != Kind.REVERSAL && keys.contains(keyOf(kind.voided(), id));
    }

    /** Returns the fact that takes this one back. */
    public DealFact voided(LocalDate today, String why, String by) {
        return new DealFact(kind.voided(), id, dealId, amount, today, why, by);
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
