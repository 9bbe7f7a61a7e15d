package io.entente.referral.referral.web;

import io.entente.referral.program.ReasonUse;
import io.entente.referral.referral.commands.GivenReasons;
import io.entente.referral.referral.commands.WithdrawReferral;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals/{id}/withdraw}. */
record WithdrawRequest(@Nullable @Size(max = 2000) String reason, @Nullable @Size(max = 64) String reasonCode) {

    static WithdrawRequest orEmpty(@Nullable WithdrawRequest given) {
        return given == null ? new WithdrawRequest(null, null) : given;
    }

    WithdrawReferral toCommand(GivenReasons reasons) {
        return new WithdrawReferral(reasons.optional(ReasonUse.WITHDRAW, reasonCode, reason));
    }
}
