package io.entente.referral.protection.web;

import io.entente.referral.protection.RequestExtension;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@code POST /api/referrals/{id}/request-extension}. */
record ExtensionWish(@NotNull Instant until, @NotBlank @Size(max = 1000) String reason) {

    RequestExtension toCommand() {
        return new RequestExtension(until.truncatedTo(ChronoUnit.MILLIS), reason.strip());
    }

    @Override
    public String toString() {
        return "ExtensionWish[withheld]";
    }
}
