package io.entente.referral.referral.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a client bought.
 *
 * @param credit shares that add up to exactly 1
 * @param revenueShare the partner's part of the revenue, agreed for this deal alone, as a part of 1
 * @param recordedAt when the firm recorded it; {@code closedOn} is the day of the deal itself
 * @param recordedIn the referral's version with this deal
 * @param fingerprint of the request, so that the same one is known again
 * @param reversal present where it was undone
 */
public record Deal(
        String dealId,
        Money amount,
        LocalDate closedOn,
        @Nullable Engagement engagement,
        List<CreditShare> credit,
        @Nullable BigDecimal revenueShare,
        Instant recordedAt,
        long recordedIn,
        String fingerprint,
        @Nullable Reversal reversal) {

    public Deal {
        credit = List.copyOf(credit);
    }

    /**
     * A deal undone, whole.
     *
     * @param reversedOn the day from which it counts as undone
     */
    public record Reversal(Instant at, LocalDate reversedOn, Reason reason) {}

    public Deal reversed(Reversal how) {
        return new Deal(
                dealId, amount, closedOn, engagement, credit, revenueShare, recordedAt, recordedIn, fingerprint, how);
    }
}
