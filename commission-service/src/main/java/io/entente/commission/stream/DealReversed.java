package io.entente.commission.stream;

import io.entente.commission.deals.DealFact;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import java.util.Objects;

/** The fields of {@code referral.deal-reversed.v1} that are needed to take commission back. */
public record DealReversed(String dealId, MoneyJson amount, LocalDate reversedOn, String reason, String actor) {

    /**
     * Creates the fact of this reversal.
     *
     * @param eventId id of the event; a reversal has no other id
     */
    DealFact toFact(String eventId) {
        return new DealFact(
                DealFact.Kind.REVERSAL,
                eventId,
                Objects.requireNonNull(dealId, "dealId"),
                Objects.requireNonNull(amount, "amount").toMoney(),
                Objects.requireNonNull(reversedOn, "reversedOn"),
                Objects.requireNonNull(reason, "reason"),
                Objects.requireNonNull(actor, "actor"));
    }
}
