package io.entente.commission.stream;

import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of {@code referral.deal-reversed.v1} that are needed to take commission back. */
public record DealReversed(
        String dealId,
        MoneyJson amount,
        @Nullable MoneyJson dealAmount,
        LocalDate reversedOn,
        String reason,
        String actor) {

    /** Whether nothing is left of the deal. */
    boolean isWhole() {
        return dealAmount == null || !amount.toMoney().isLessThan(dealAmount.toMoney());
    }

    /** @param sequence the sequence of this event among those of the deal */
    ReversedDeal toReversed(long sequence) {
        return new ReversedDeal(
                Objects.requireNonNull(dealId, "dealId"),
                sequence,
                Objects.requireNonNull(reversedOn, "reversedOn"),
                Objects.requireNonNull(reason, "reason"),
                Objects.requireNonNull(actor, "actor"));
    }

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
