package io.entente.partner.onboarding.web;

import io.entente.partner.onboarding.Onboarding;
import io.entente.partner.onboarding.OnboardingStatus;
import io.entente.partner.onboarding.OnboardingStep;
import io.entente.partner.partnership.PartnershipModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An onboarding in the list. It has no evidence.
 *
 * @param open how many steps are open
 * @param openRequired how many of them an active partnership requires
 * @param overdue how many of them are open after their due dates
 * @param nextDueOn the earliest due date of an open step; null if there is none
 */
record OnboardingSummary(
        String id,
        String partnerId,
        String partnerName,
        OnboardingStatus status,
        PartnershipModel model,
        Instant startedAt,
        @Nullable Instant requirementsMetAt,
        long open,
        long openRequired,
        long overdue,
        @Nullable LocalDate nextDueOn) {

    static OnboardingSummary of(Onboarding onboarding, LocalDate today) {
        List<OnboardingStep> open = onboarding.status() == OnboardingStatus.RUNNING
                ? onboarding.steps().stream().filter(OnboardingStep::isOpen).toList()
                : List.of();
        return new OnboardingSummary(
                onboarding.id(),
                onboarding.partnerId(),
                onboarding.partnerName(),
                onboarding.status(),
                onboarding.model(),
                onboarding.startedAt(),
                onboarding.requirementsMetAt(),
                open.size(),
                open.stream().filter(OnboardingStep::isRequired).count(),
                open.stream().filter(step -> step.dueOn().isBefore(today)).count(),
                open.stream()
                        .map(OnboardingStep::dueOn)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }
}
