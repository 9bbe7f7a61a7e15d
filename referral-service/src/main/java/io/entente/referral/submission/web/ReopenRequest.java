package io.entente.referral.submission.web;

import io.entente.referral.submission.Reason;
import io.entente.referral.submission.ReopenReferral;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** {@code POST /api/referrals/{id}/reopen}. */
record ReopenRequest(@NotBlank @Size(max = 2000) String reason) {

    ReopenReferral toCommand() {
        return new ReopenReferral(Reason.of(reason.strip()));
    }
}
