package io.entente.commission.commissions.adjustments;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Texts;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to correct a commission. Above the policy's amount it waits for a second person.
 *
 * @param id the caller's name for it, within its commission
 * @param amount above zero in the partner's favour, below zero against it
 * @param decidedBy the second person, where one was needed and has decided
 * @param version number of its last change, from 1
 */
public record AdjustmentRequest(
        CommissionId commission,
        String id,
        Money amount,
        String reason,
        String requestedBy,
        Instant requestedAt,
        Status status,
        @Nullable String decidedBy,
        long version) {

    /** Where it is. */
    public enum Status {
        /** For a second person to decide. */
        WAITING,
        /** On its way into the ledger, or there. */
        APPROVED,
        DECLINED
    }

    /** Whether another request of the same name wishes the same. */
    boolean isSameAs(AdjustmentRequest other) {
        return amount.isEqual(other.amount) && reason.equals(other.reason);
    }

    /** A second person's decision; the same person's same decision again changes nothing. */
    Decision<AdjustmentRequest> decide(Status decision, String by) {
        if (requestedBy.equals(by)) {
            return Decision.rejected("Who asked for a correction can't decide on it; another person must.");
        }
        if (status == decision && by.equals(decidedBy)) {
            return Decision.allowed(this);
        }
        if (status != Status.WAITING) {
            return Decision.rejected("The correction is %s already.".formatted(status));
        }
        return Decision.allowed(new AdjustmentRequest(
                commission, id, amount, reason, requestedBy, requestedAt, decision, by, version + 1));
    }

    Correction correction() {
        String by = decidedBy == null ? requestedBy : requestedBy + ", approved by " + decidedBy;
        return new Correction(
                "adjustment/" + id,
                amount,
                false,
                reason,
                requestedBy,
                List.of("Adjustment %s of %s by %s: %s".formatted(id, Texts.money(amount), by, reason)));
    }
}
