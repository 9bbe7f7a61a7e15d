package io.entente.commission.commissions.adjustments;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Texts;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.approval.FourEyes;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A person's request to adjust a commission. If the amount is above the policy's, the request waits for a second
 * person.
 *
 * @param id the caller's name for the request, unique within its commission
 * @param partnerId the partner of the commission; null in requests from before they were added up
 * @param amount above zero in the partner's favour, below zero against it
 * @param decidedBy the second person; null if none was needed or none has decided yet
 * @param version number of the last change, from 1
 */
public record AdjustmentRequest(
        CommissionId commission,
        @Nullable PartnerId partnerId,
        String id,
        Money amount,
        String reason,
        String requestedBy,
        Instant requestedAt,
        Status status,
        @Nullable String decidedBy,
        long version) {

    /** The state of a request. */
    public enum Status {
        /** Waits for the decision of a second person. */
        WAITING,
        /** Is being booked, or has been booked. */
        APPROVED,
        DECLINED
    }

    /** Whether another request with the same name has the same content. */
    boolean isSameAs(AdjustmentRequest other) {
        return amount.isEqual(other.amount) && reason.equals(other.reason);
    }

    /** Records the decision of a second person. Repeating the same decision by the same person changes nothing. */
    Decision<AdjustmentRequest> decide(Status decision, String by) {
        if (!FourEyes.allow(requestedBy, by)) {
            return Decision.rejected(
                    "The person who asked for an adjustment can't decide on it. Another person must decide.");
        }
        if (status == decision && Actor.isSamePerson(by, decidedBy)) {
            return Decision.allowed(this);
        }
        if (status != Status.WAITING) {
            return Decision.rejected("The adjustment is already %s.".formatted(status));
        }
        return Decision.allowed(next(decision, by));
    }

    /** Returns this request as approved, because the policy asks for no second person. */
    AdjustmentRequest approvedAlone() {
        return next(Status.APPROVED, null);
    }

    private AdjustmentRequest next(Status decision, @Nullable String by) {
        return new AdjustmentRequest(
                commission, partnerId, id, amount, reason, requestedBy, requestedAt, decision, by, version + 1);
    }

    /** The partner reads the explanation, so it names nobody of the firm. */
    Correction correction() {
        String approved = decidedBy == null ? "" : ", approved by a second person";
        return new Correction(
                "adjustment/" + id,
                amount,
                false,
                reason,
                requestedBy,
                List.of("Adjustment %s of %s%s: %s".formatted(id, Texts.money(amount), approved, reason)));
    }
}
