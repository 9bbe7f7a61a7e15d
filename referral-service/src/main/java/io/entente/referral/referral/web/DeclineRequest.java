package io.entente.referral.referral.web;

import io.entente.referral.program.ReasonUse;
import io.entente.referral.referral.commands.DeclineReferral;
import io.entente.referral.referral.commands.GivenReasons;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals/{id}/decline}. */
record DeclineRequest(
        @Nullable @Size(max = 4000) String reason,
        @Nullable @Size(max = 64) String reasonCode,
        @Nullable @Size(min = 1, max = 4000) String alternative) {

    DeclineReferral toCommand(GivenReasons reasons) {
        return new DeclineReferral(reasons.required(ReasonUse.DECLINE, reasonCode, reason), alternative);
    }
}
