package io.entente.referral.program.web;

import io.entente.platform.web.constraints.ProgramLanguage;
import io.entente.referral.program.ListedReason;
import io.entente.referral.program.ReasonList;
import io.entente.referral.program.ReasonUse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The body of {@code POST /api/referral-reasons}: the complete list that is in force from now on. */
record ReasonListRequest(@NotEmpty @Size(max = ReasonList.MAX_REASONS) List<@NotNull @Valid ReasonRequest> reasons) {

    record ReasonRequest(
            @NotNull
                    @Pattern(
                            regexp = "[A-Z][A-Z0-9_]{0,63}",
                            message = "must be a code of capital letters, digits and underscores, such as NO_BUDGET")
                    String code,
            @NotEmpty Map<@ProgramLanguage String, @NotBlank @Size(max = 500) String> labels,
            @NotEmpty Set<@NotNull ReasonUse> uses) {

        ListedReason toReason() {
            return new ListedReason(code, labels, uses);
        }
    }

    ReasonList toList() {
        return new ReasonList(reasons.stream().map(ReasonRequest::toReason).toList());
    }
}
