package io.entente.referral.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a client bought.
 *
 * @param credit shares that add up to exactly 1
 * @param recordedAt when the firm recorded it; {@code closedOn} is the day of the deal itself
 * @param recordedIn the referral's version with this deal
 * @param fingerprint of the request, so that the same one is known again
 */
public record Deal(
        String dealId,
        Money amount,
        LocalDate closedOn,
        @Nullable Engagement engagement,
        List<CreditShare> credit,
        Instant recordedAt,
        long recordedIn,
        String fingerprint) {

    public Deal {
        credit = List.copyOf(credit);
    }
}
