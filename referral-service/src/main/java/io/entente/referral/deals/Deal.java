package io.entente.referral.deals;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Origin;
import io.entente.referral.referral.facts.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
 * @param service the service that was bought; null if it is the one that the referral names
 * @param recordedAt when the deal was recorded; {@code closedOn} is the day of the deal itself
 * @param recordedIn the version of the referral with this deal
 * @param recordedBy who recorded the deal
 * @param fingerprint hash of the request, by which a repeated request is recognized
 * @param reversal present if the deal was reversed
 * @param corrections the corrections of its details, oldest first
 * @param winPending whether the state of the referral may still have to follow the deal or its reversal
 * @param closedBeforeSubmission whether the deal closed before its referral was submitted, so that a person should look at it
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
        @Nullable String service,
        Instant recordedAt,
        long recordedIn,
        String recordedBy,
        Origin origin,
        String fingerprint,
        @Nullable Reversal reversal,
        List<DealCorrection> corrections,
        boolean winPending,
        boolean closedBeforeSubmission) {

    private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(-12);

    public Deal {
        credit = List.copyOf(credit);
        corrections = List.copyOf(corrections);
    }

    /**
     * The reversal of a whole deal.
     *
     * @param reversedOn the day from which the deal counts as reversed
     * @param by who recorded the reversal
     * @param resumesReferral whether it was the referral's last deal, so that the referral goes back to the state before it was won
     */
    public record Reversal(Instant at, LocalDate reversedOn, Reason reason, String by, boolean resumesReferral) {

        /** Returns the refusal of a command on a deal that is reversed. */
        public String refusalOf(String dealId) {
            return "Deal %s was reversed on %s. A reversed deal doesn't change any more, and its id can't be used again. %s"
                    .formatted(dealId, reversedOn, "Close the deal again under another id.");
        }
    }

    /** Returns the details as they are now. */
    public DealDetails details() {
        return new DealDetails(amount, closedOn, service, engagement, credit, revenueShare);
    }

    /** Returns the details as they were entered when the deal was closed. */
    public DealDetails detailsAsClosed() {
        return corrections.isEmpty() ? details() : corrections.get(0).before();
    }

    /** Returns when the deal was recorded, and by whom. */
    Occurrence recorded() {
        return new Occurrence(recordedAt, new Actor(recordedBy), origin);
    }

    /** Reverses the deal. The event of the reversal continues the deal's sequence. */
    Change<Deal, DealEvent> reversed(
            DealEvent.About about, LocalDate reversedOn, Reason reason, boolean resumesReferral) {
        Occurrence now = about.occurrence();
        Reversal how = new Reversal(now.at(), reversedOn, reason, now.actor().value(), resumesReferral);
        Deal reversed = next(about.referral(), details(), how, corrections);
        return Change.of(reversed, new DealEvent.DealReversed(about, reversed, how));
    }

    /** Changes the details. The event of the correction continues the deal's sequence. */
    public Change<Deal, DealEvent> corrected(DealEvent.About about, DealDetails after, DealCorrection correction) {
        List<DealCorrection> all = new ArrayList<>(corrections);
        all.add(correction);
        Deal corrected = next(about.referral(), after, reversal, all);
        return Change.of(corrected, new DealEvent.DealCorrected(about, corrected, correction));
    }

    /**
     * Whether a deal closed before a referral was submitted. The day of the submission is the earliest one that anybody had at
     * that time, so a deal of the same day is never taken to be earlier.
     */
    static boolean isBefore(LocalDate closedOn, Referral referral) {
        return closedOn.isBefore(LocalDate.ofInstant(referral.submittedAt(), EARLIEST_ZONE));
    }

    private Deal next(Referral referral, DealDetails details, @Nullable Reversal how, List<DealCorrection> made) {
        return new Deal(
                dealId,
                version + 1,
                sequence + 1,
                referralId,
                partnerId,
                details.amount(),
                details.closedOn(),
                details.engagement(),
                details.credit(),
                details.revenueShare(),
                details.service(),
                recordedAt,
                recordedIn,
                recordedBy,
                origin,
                fingerprint,
                how,
                made,
                winPending || how != null,
                isBefore(details.closedOn(), referral));
    }
}
