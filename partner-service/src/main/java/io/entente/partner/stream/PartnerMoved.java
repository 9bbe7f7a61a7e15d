package io.entente.partner.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fields of this service's own events that its onboardings follow.
 *
 * @param name the partner's name
 * @param onboardingWaived of an activated partner, whether it was activated without a complete onboarding
 * @param reason why
 */
record PartnerMoved(
        String partnerId,
        String name,
        @Nullable Boolean onboardingWaived,
        @Nullable String reason,
        String actor,
        Instant occurredAt) {

    boolean isWaiver() {
        return Boolean.TRUE.equals(onboardingWaived);
    }
}
