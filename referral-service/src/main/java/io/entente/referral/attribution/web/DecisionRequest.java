package io.entente.referral.attribution.web;

import io.entente.referral.attribution.conflicts.DecideConflict;
import io.entente.referral.attribution.conflicts.Share;
import io.entente.referral.attribution.policy.AttributionRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/conflicts/{id}/decide}.
 *
 * @param winner the id of one of the two referrals
 * @param reason is shown to both partners
 */
record DecisionRequest(
        @Nullable AttributionRule rule,
        @Nullable @Size(min = 1, max = 128) String winner,
        @Nullable @Valid @Size(max = 2) List<@NotNull ShareRequest> shares,
        @NotBlank @Size(max = 4000) String reason) {

    record ShareRequest(
            @NotBlank @Size(max = 128) String partnerId,
            @NotNull
                    @Pattern(
                            regexp = "0\\.\\d{1,6}",
                            message = "must be a decimal between 0 and 1 with at most 6 decimals, such as 0.40")
                    String share) {}

    DecideConflict toCommand() {
        List<ShareRequest> given = shares == null ? List.of() : shares;
        return new DecideConflict(
                rule,
                winner,
                given.stream()
                        .map(share -> new Share(share.partnerId(), new BigDecimal(share.share())))
                        .toList(),
                reason.strip());
    }
}
