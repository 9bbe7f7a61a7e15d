package io.entente.referral.submission.web;

import io.entente.referral.submission.Reason;
import io.entente.referral.submission.ReverseDeal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals/{id}/reverse-deal}. */
record ReversalRequest(
        @NotBlank @Size(max = 100) String dealId,
        @NotBlank @Size(max = 1000) String reason,
        @Nullable LocalDate reversedOn) {

    ReverseDeal toCommand(LocalDate today) {
        return new ReverseDeal(dealId, Reason.of(reason.strip()), reversedOn == null ? today : reversedOn);
    }
}
