package io.entente.referral.deals;

import io.entente.platform.domain.Change;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Origin;
import io.entente.referral.referral.facts.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The record of what a client bought. A deal is an aggregate of its own, because a client relationship may have
 * thousands of them.
 *
 * @param dealId unique in the whole program
 * @param version 1 when the deal is closed, one more with every change
 * @param sequence number of the deal's last event; 0 if its closing was published as an event of the referral
 * @param credit shares that add up to exactly 1
 * @param revenueShare the partner's share of the revenue, agreed for this deal alone, as a fraction of 1
 * @param recordedAt when the deal was recorded; {@code closedOn} is the day of the deal itself
 * @param recordedIn the version of the referral with this deal
 * @param recordedBy who recorded the deal
 * @param fingerprint hash of the request, by which a repeated request is recognized
 * @param reversal present if the deal was reversed
 * @param winPending whether the referral may still have to become WON because of this deal
 */
public record Deal(
        String dealId,
        long version,
        long sequence,
        ReferralId referralId,
        String partnerId,
        Money amount,
        LocalDate closedOn,
        @Nullable Engagement engagement,
        List<CreditShare> credit,
        @Nullable BigDecimal revenueShare,
        Instant recordedAt,
        long recordedIn,
        String recordedBy,
        Origin origin,
        String fingerprint,
        @Nullable Reversal reversal,
        boolean winPending) {

    public Deal {
        credit = List.copyOf(credit);
    }

    /**
     * The reversal of a whole deal.
     *
     * @param reversedOn the day from which the deal counts as reversed
     * @param by who recorded the reversal
     */
    public record Reversal(Instant at, LocalDate reversedOn, Reason reason, String by) {}

    /** Returns when the deal was recorded, and by whom. */
    Occurrence recorded() {
        return new Occurrence(recordedAt, recordedBy, origin);
    }

    /** Reverses the deal. The event of the reversal continues the deal's sequence. */
    Change<Deal, DealEvent> reversed(DealEvent.About about, LocalDate reversedOn, Reason reason) {
        Occurrence now = about.occurrence();
        Reversal how = new Reversal(now.at(), reversedOn, reason, now.actor());
        Deal reversed = new Deal(
                dealId,
                version + 1,
                sequence + 1,
                referralId,
                partnerId,
                amount,
                closedOn,
                engagement,
                credit,
                revenueShare,
                recordedAt,
                recordedIn,
                recordedBy,
                origin,
                fingerprint,
                how,
                winPending);
        return Change.of(reversed, new DealEvent.DealReversed(about, reversed, how));
    }
}
