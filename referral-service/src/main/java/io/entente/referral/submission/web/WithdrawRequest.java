package io.entente.referral.submission.web;

import io.entente.referral.submission.Reason;
import io.entente.referral.submission.WithdrawReferral;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals/{id}/withdraw}. */
record WithdrawRequest(@Nullable @Size(min = 1, max = 2000) String reason) {

    static WithdrawRequest orEmpty(@Nullable WithdrawRequest given) {
        return given == null ? new WithdrawRequest(null) : given;
    }

    WithdrawReferral toCommand() {
        return new WithdrawReferral(reason == null ? null : Reason.of(reason.strip()));
    }
}
