package io.entente.commission.stream;

import io.entente.commission.deals.DealFact;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import java.util.Objects;

/** {@code referral.deal-reversed.v1}, of which only what takes commission back is read. */
public record DealReversed(String dealId, MoneyJson amount, LocalDate reversedOn, String reason, String actor) {

    /** @param eventId the event's id: a reversal has no other name */
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
