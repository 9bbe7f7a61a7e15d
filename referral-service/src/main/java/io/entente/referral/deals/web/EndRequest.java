package io.entente.referral.deals.web;

import io.entente.referral.deals.DealCorrection;
import io.entente.referral.deals.correction.EndEngagement;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/referrals/{id}/deals/{dealId}/end-engagement}.
 *
 * @param on the last day of the engagement
 * @param reason a text for the partner
 */
record EndRequest(@NotNull LocalDate on, @Nullable @Size(max = 1000) String reason) {

    EndEngagement toCommand(String dealId, DealCorrection.@Nullable Request request) {
        return new EndEngagement(dealId, on, reason == null || reason.isBlank() ? null : reason.strip(), request);
    }
}
