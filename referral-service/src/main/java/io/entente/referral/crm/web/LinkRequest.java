package io.entente.referral.crm.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The body of {@code POST /api/crm/links}. */
record LinkRequest(
        @NotNull @Pattern(regexp = "hubspot|salesforce|generic", message = "must be hubspot, salesforce or generic")
                String crm,
        @NotNull
                @Pattern(
                        regexp = "[A-Za-z0-9._:-]{1,100}",
                        message = "must be 1 to 100 letters, digits, dots, hyphens, colons or underscores")
                String crmDealId,
        @NotBlank @Size(max = 128) String referralId) {}
