package io.entente.referral.deals.web;

import io.entente.referral.deals.ReverseDeal;
import io.entente.referral.program.ReasonUse;
import io.entente.referral.referral.commands.GivenReasons;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals/{id}/reverse-deal}. */
record ReversalRequest(
        @NotBlank @Size(max = 100) String dealId,
        @Nullable @Size(max = 1000) String reason,
        @Nullable @Size(max = 64) String reasonCode,
        @Nullable LocalDate reversedOn) {

    ReverseDeal toCommand(GivenReasons reasons) {
        return new ReverseDeal(dealId, reasons.required(ReasonUse.REVERSE_DEAL, reasonCode, reason), reversedOn);
    }
}
