package io.entente.referral.submission.web;

import io.entente.referral.submission.LoseReferral;
import io.entente.referral.submission.Reason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** {@code POST /api/referrals/{id}/lose}. */
record LoseRequest(@NotBlank @Size(max = 2000) String reason) {

    LoseReferral toCommand() {
        return new LoseReferral(Reason.of(reason.strip()));
    }
}
