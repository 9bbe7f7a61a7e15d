package io.entente.referral.referral.web;

import io.entente.referral.program.ReasonUse;
import io.entente.referral.referral.commands.GivenReasons;
import io.entente.referral.referral.commands.ReopenReferral;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals/{id}/reopen}. */
record ReopenRequest(@Nullable @Size(max = 2000) String reason, @Nullable @Size(max = 64) String reasonCode) {

    ReopenReferral toCommand(GivenReasons reasons) {
        return new ReopenReferral(reasons.required(ReasonUse.REOPEN, reasonCode, reason));
    }
}
