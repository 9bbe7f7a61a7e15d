package io.entente.referral.submission.web;

import io.entente.referral.submission.DeclineReferral;
import io.entente.referral.submission.Reason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals/{id}/decline}. */
record DeclineRequest(
        @NotBlank @Size(max = 4000) String reason, @Nullable @Size(min = 1, max = 4000) String alternative) {

    DeclineReferral toCommand() {
        return new DeclineReferral(Reason.of(reason.strip()), alternative);
    }
}
