package io.entente.partner.onboarding.mongo;

import io.entente.partner.onboarding.ListedOnboarding;
import io.entente.partner.onboarding.Onboarding;
import io.entente.partner.onboarding.OnboardingStatus;
import io.entente.partner.onboarding.OnboardingStep;
import io.entente.partner.onboarding.StepState;
import io.entente.partner.onboarding.policy.StepTemplate.Trigger;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of an onboarding. Days are text, so that no time zone can move them.
 *
 * @param remindFrom the day from which the sweep has something to do; absent if there is none
 */
record OnboardingDocument(
        @Id String id,
        long version,
        long sequence,
        String partnerId,
        String partnerName,
        PartnershipModel model,
        int policyVersion,
        OnboardingStatus status,
        Instant startedAt,
        @Nullable Instant requirementsMetAt,
        List<StepDocument> steps,
        @Nullable String remindFrom,
        ListEntry list,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    static OnboardingDocument of(Onboarding onboarding, @Nullable Outbox outbox) {
        return new OnboardingDocument(
                onboarding.id(),
                onboarding.version(),
                onboarding.sequence(),
                onboarding.partnerId(),
                onboarding.partnerName(),
                onboarding.model(),
                onboarding.policyVersion(),
                onboarding.status(),
                onboarding.startedAt(),
                onboarding.requirementsMetAt(),
                onboarding.steps().stream().map(StepDocument::of).toList(),
                onboarding.remindFrom().map(LocalDate::toString).orElse(null),
                ListedOnboarding.of(onboarding),
                outbox);
    }

    Onboarding toOnboarding() {
        return new Onboarding(
                id,
                version,
                sequence,
                partnerId,
                partnerName,
                model,
                policyVersion,
                status,
                startedAt,
                requirementsMetAt,
                steps.stream().map(StepDocument::toStep).toList());
    }

    /** The stored form of a step. */
    record StepDocument(
            String code,
            String owner,
            String dueOn,
            boolean isRequired,
            boolean needsEvidence,
            @Nullable Trigger completedBy,
            Map<String, String> titles,
            StepState state,
            @Nullable Instant at,
            @Nullable String actor,
            @Nullable String text,
            @Nullable Instant remindedAt) {

        static StepDocument of(OnboardingStep step) {
            return new StepDocument(
                    step.code(),
                    step.owner(),
                    step.dueOn().toString(),
                    step.isRequired(),
                    step.needsEvidence(),
                    step.completedBy(),
                    step.titles(),
                    step.state(),
                    step.at(),
                    step.actor(),
                    step.text(),
                    step.remindedAt());
        }

        OnboardingStep toStep() {
            return new OnboardingStep(
                    code,
                    owner,
                    LocalDate.parse(dueOn),
                    isRequired,
                    needsEvidence,
                    completedBy,
                    titles,
                    state,
                    at,
                    actor,
                    text,
                    remindedAt);
        }
    }
}
