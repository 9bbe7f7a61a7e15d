package io.entente.partner.performance;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that a partner has achieved or that has happened with it, and that its figures are made of.
 *
 * @param id made from what it is about, so that an event that is delivered again finds it
 * @param day on which it counts
 * @param referralId the referral that it is about
 * @param amount of a deal that was won, the partner's share; otherwise null
 * @param reversed how much of the amount was undone; null if nothing was
 * @param rating of the client from 0 to 10; null if it isn't one
 * @param sequence of the last event that changed it, within the aggregate of that event
 */
public record PartnerFact(
        String id,
        String partnerId,
        Kind kind,
        LocalDate day,
        String referralId,
        @Nullable Money amount,
        @Nullable Money reversed,
        @Nullable Integer rating,
        long sequence) {

    /** What has happened. */
    public enum Kind {
        /** A deal was won with a client whom the partner referred. */
        WON,
        /** A referral of the partner ended without a deal. */
        LOST,
        /** A client has rated the service. */
        RATED,
        /** The partner has followed up a referral in time. */
        KEPT,
        /** The partner has not followed up a referral in time. */
        BROKEN,
        /** It doesn't count any more. */
        GONE
    }

    /** The same fact as something else. */
    PartnerFact as(Kind other, long number) {
        return new PartnerFact(id, partnerId, other, day, referralId, amount, reversed, rating, number);
    }

    /** The deal after another part of it was undone. */
    PartnerFact reversedBy(Money part, long number) {
        Money sum = reversed == null || !reversed.isSameCurrency(part) ? part : reversed.plus(part);
        return new PartnerFact(id, partnerId, kind, day, referralId, amount, sum, rating, number);
    }

    /** What is left of a deal; null if it is no deal or nothing is left. */
    public @Nullable Money kept() {
        if (kind != Kind.WON || amount == null) {
            return null;
        }
        Money left = reversed == null || !reversed.isSameCurrency(amount) ? amount : amount.minus(reversed);
        return left.isPositive() ? left : null;
    }
}
