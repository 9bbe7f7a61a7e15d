package io.entente.referral.crm.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/crm/links}.
 *
 * @param reason why the deal belongs to another referral than the one to which it is linked; required in this case only
 */
record LinkRequest(
        @NotNull @Pattern(regexp = "hubspot|salesforce|generic", message = "must be hubspot, salesforce or generic")
                String crm,
        @NotNull
                @Pattern(
                        regexp = "[A-Za-z0-9._:-]{1,100}",
                        message = "must be 1 to 100 letters, digits, dots, hyphens, colons or underscores")
                String crmDealId,
        @NotBlank @Size(max = 128) String referralId,
        @Nullable @Size(min = 1, max = 1000) String reason) {}
