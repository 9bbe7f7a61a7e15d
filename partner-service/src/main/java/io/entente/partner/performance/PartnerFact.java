package io.entente.partner.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that a partner has achieved or that has happened with it, and that its figures are made of.
 *
 * @param id made from what it is about, so that an event that is delivered again finds it
 * @param day on which it counts
 * @param referralId the referral that it is about; null if it isn't about one
 * @param amount of a deal that was won, the partner's share; what a referral is expected to bring; what a commission is, below zero if it is
 *     taken back; otherwise null
 * @param reversed how much of a deal was undone; null if nothing was
 * @param rating of the client from 0 to 10; null if it isn't one
 * @param since when a referral was submitted; null for what is imported, whose times say nothing, and for other facts
 * @param followUpMinutes from then until whoever got the referral answered it or spoke to the client; null before
 * @param sequence of the last event that changed it, within the aggregate of that event
 */
public record PartnerFact(
        String id,
        String partnerId,
        Kind kind,
        Flow flow,
        LocalDate day,
        @Nullable String referralId,
        @Nullable Money amount,
        @Nullable Money reversed,
        @Nullable Integer rating,
        @Nullable Instant since,
        @Nullable Long followUpMinutes,
        long sequence) {

    /** What shows that a partnership is alive. */
    public static final Set<Kind> ACTIVITIES = Set.of(Kind.REFERRED, Kind.DISMISSED, Kind.ENGAGED);

    /** What has happened. */
    public enum Kind {
        /** A client was referred. */
        REFERRED,
        /** A client was referred, and the referral was declined, withdrawn or a duplicate, so nobody owes anything for it. */
        DISMISSED,
        /** A deal was won with a client who was referred. */
        WON,
        /** A referral ended without a deal. */
        LOST,
        /** A client has rated the service. */
        RATED,
        /** The partner has kept a promise in time. */
        KEPT,
        /** The partner has not kept a promise in time. */
        BROKEN,
        /** Somebody at the partner has done something for the partnership beside submitting a referral. */
        ENGAGED,
        /** The partner has earned a commission, or a part of it was added or taken back. */
        COMMISSION,
        /** It doesn't count any more. */
        GONE
    }

    /** A fact that is only an occurrence on a day. */
    static PartnerFact on(
            LocalDate day,
            String id,
            String partnerId,
            Kind kind,
            Flow flow,
            @Nullable String referralId,
            long number) {
        return new PartnerFact(id, partnerId, kind, flow, day, referralId, null, null, null, null, null, number);
    }

    /** The same fact as something else. */
    PartnerFact as(Kind other, long number) {
        return new PartnerFact(
                id, partnerId, other, flow, day, referralId, amount, reversed, rating, since, followUpMinutes, number);
    }

    /** The same fact with an amount. */
    PartnerFact with(@Nullable Money value, @Nullable Money undone) {
        return new PartnerFact(
                id, partnerId, kind, flow, day, referralId, value, undone, rating, since, followUpMinutes, sequence);
    }

    /** The same fact with a rating. */
    PartnerFact rated(int points) {
        return new PartnerFact(
                id, partnerId, kind, flow, day, referralId, amount, reversed, points, since, followUpMinutes, sequence);
    }

    /** The referral with the times that its follow-up is measured by. */
    PartnerFact followed(@Nullable Instant submitted, @Nullable Long minutes, long number) {
        return new PartnerFact(
                id, partnerId, kind, flow, day, referralId, amount, reversed, rating, submitted, minutes, number);
    }

    /** The deal after another part of it was undone. */
    PartnerFact reversedBy(Money part, long number) {
        Money sum = reversed == null || !reversed.isSameCurrency(part) ? part : reversed.plus(part);
        return with(amount, sum).as(kind, number);
    }

    /** What is left of a deal; null if it is no deal or nothing is left. */
    public @Nullable Money kept() {
        if (kind != Kind.WON || amount == null) {
            return null;
        }
        Money left = reversed == null || !reversed.isSameCurrency(amount) ? amount : amount.minus(reversed);
        return left.isPositive() ? left : null;
    }

    /** Whether it is a referral from the partner or from the firm, whatever became of it. */
    public boolean isReferral() {
        return kind == Kind.REFERRED || kind == Kind.DISMISSED;
    }
}
