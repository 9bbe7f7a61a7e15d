package io.entente.referral.protection.web;

import io.entente.referral.protection.RefuseExtension;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** {@code POST /api/referrals/{id}/refuse-extension}. */
record ExtensionRefusal(@NotBlank @Size(max = 1000) String reason) {

    RefuseExtension toCommand() {
        return new RefuseExtension(reason.strip());
    }
}
