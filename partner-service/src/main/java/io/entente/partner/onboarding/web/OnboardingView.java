package io.entente.partner.onboarding.web;

import io.entente.partner.onboarding.Onboarding;
import io.entente.partner.onboarding.OnboardingStatus;
import io.entente.partner.onboarding.OnboardingStep;
import io.entente.partner.onboarding.StepState;
import io.entente.partner.onboarding.policy.StepTemplate;
import io.entente.partner.partnership.PartnershipModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The onboarding of a partner in the API.
 *
 * @param policyVersion of the checklist that was in force when it began
 * @param requirementsMetAt when everything that an active partnership requires was done or waived; null before
 */
record OnboardingView(
        String id,
        String partnerId,
        String partnerName,
        long version,
        OnboardingStatus status,
        PartnershipModel model,
        int policyVersion,
        Instant startedAt,
        @Nullable Instant requirementsMetAt,
        List<OnboardingStepView> steps) {

    /** @param byPartner whether the reader is the partner, which isn't told why the firm waives a step */
    static OnboardingView of(Onboarding onboarding, String language, LocalDate today, boolean byPartner) {
        return new OnboardingView(
                onboarding.id(),
                onboarding.partnerId(),
                onboarding.partnerName(),
                onboarding.version(),
                onboarding.status(),
                onboarding.model(),
                onboarding.policyVersion(),
                onboarding.startedAt(),
                onboarding.requirementsMetAt(),
                onboarding.steps().stream()
                        .map(step -> OnboardingStepView.of(step, language, today, byPartner))
                        .toList());
    }

    /**
     * A step.
     *
     * @param title in the language that was asked for, or in English if the checklist doesn't have it
     * @param owner who has to do it: {@code partner:<id>}, a person such as {@code user:u-17}, or a role that nobody has yet
     * @param required whether the partner becomes active only after it
     * @param needsEvidence whether it is done only with a text that shows it
     * @param completesItself whether what happens elsewhere completes it, such as the first referral
     * @param overdue whether it is open after its due date
     * @param at when it was done or waived; null while it is open
     * @param actor who said so; null while it is open
     * @param text what shows that it is done, or why it isn't needed; null if nobody said it, and for a partner if the step is waived
     */
    record OnboardingStepView(
            String code,
            String title,
            String owner,
            LocalDate dueOn,
            boolean required,
            boolean needsEvidence,
            boolean completesItself,
            boolean overdue,
            StepState state,
            @Nullable Instant at,
            @Nullable String actor,
            @Nullable String text) {

        static OnboardingStepView of(OnboardingStep step, String language, LocalDate today, boolean byPartner) {
            return new OnboardingStepView(
                    step.code(),
                    title(step, language),
                    step.owner(),
                    step.dueOn(),
                    step.isRequired(),
                    step.needsEvidence(),
                    step.completedBy() != null,
                    step.isOpen() && step.dueOn().isBefore(today),
                    step.state(),
                    step.at(),
                    step.actor(),
                    byPartner && step.state() == StepState.WAIVED ? null : step.text());
        }

        private static String title(OnboardingStep step, String language) {
            String english = step.titles().getOrDefault(StepTemplate.ENGLISH, step.code());
            return step.titles().getOrDefault(language, english);
        }
    }
}
