package io.entente.referral.referral.web;

import io.entente.referral.program.ReasonUse;
import io.entente.referral.referral.commands.GivenReasons;
import io.entente.referral.referral.commands.LoseReferral;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals/{id}/lose}. */
record LoseRequest(@Nullable @Size(max = 2000) String reason, @Nullable @Size(max = 64) String reasonCode) {

    LoseReferral toCommand(GivenReasons reasons) {
        return new LoseReferral(reasons.required(ReasonUse.LOSE, reasonCode, reason));
    }
}
