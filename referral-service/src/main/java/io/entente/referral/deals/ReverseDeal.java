package io.entente.referral.deals;

import io.entente.platform.domain.FieldError;
import io.entente.referral.referral.facts.Reason;
import io.entente.referral.referral.facts.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reverses a deal as a whole. The reversal is a compensating event; the deal itself stays as it was closed.
 *
 * @param reversedOn the day from which the deal counts as reversed; if absent, today, or the day of the deal if it is already
 *     tomorrow where the deal was closed
 */
public record ReverseDeal(String dealId, Reason reason, @Nullable LocalDate reversedOn) {

    List<FieldError> badFields(Deal deal, Instant now) {
        if (reversedOn == null) {
            return List.of();
        }
        return reversedOn.isBefore(deal.closedOn())
                ? List.of(
                        new FieldError("reversedOn", "must not be before the deal, which closed on " + deal.closedOn()))
                : Today.futureDate("reversedOn", reversedOn, now);
    }

    /** The day in UTC if the caller doesn't name one, because the zone of the program isn't known here. */
    LocalDate dayFor(Deal deal, Instant now) {
        if (reversedOn != null) {
            return reversedOn;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return today.isBefore(deal.closedOn()) ? deal.closedOn() : today;
    }
}
