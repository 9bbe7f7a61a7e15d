package io.entente.referral.protection.web;

import io.entente.referral.protection.ExtendProtection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals/{id}/extend-protection}. */
record ExtensionRequest(@NotNull Instant until, @Nullable @Size(min = 1, max = 1000) String reason) {

    ExtendProtection toCommand() {
        return new ExtendProtection(until, reason);
    }
}
