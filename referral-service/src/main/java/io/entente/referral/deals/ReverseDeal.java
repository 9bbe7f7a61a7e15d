package io.entente.referral.deals;

import io.entente.platform.domain.FieldError;
import io.entente.referral.referral.facts.Reason;
import io.entente.referral.referral.facts.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Reverses a deal as a whole. The reversal is a compensating event; the deal itself stays as it was closed.
 *
 * @param reversedOn the day from which the deal counts as reversed
 */
public record ReverseDeal(String dealId, Reason reason, LocalDate reversedOn) {

    List<FieldError> badFields(Deal deal, Instant now) {
        return reversedOn.isBefore(deal.closedOn())
                ? List.of(
                        new FieldError("reversedOn", "must not be before the deal, which closed on " + deal.closedOn()))
                : Today.futureDate("reversedOn", reversedOn, now);
    }
}
