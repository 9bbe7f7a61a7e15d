package io.entente.partner.onboarding.mongo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entente.partner.onboarding.Onboarding;
import io.entente.partner.onboarding.OnboardingEvent;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingRequirementsMet;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepChanged;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepCompleted;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepOverdue;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepReopened;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepWaived;
import io.entente.partner.onboarding.OnboardingEvent.StepEvent;
import io.entente.partner.onboarding.OnboardingStep;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the records on {@code partner.events} that announce what happens to onboardings. They have no evidence, which may name persons. */
final class OnboardingRecords {

    private static final String TOPIC = "partner.events";

    private static final Map<Class<? extends OnboardingEvent>, String> TYPES = Map.of(
            OnboardingStepCompleted.class, "partner.onboarding-step-completed.v1",
            OnboardingStepWaived.class, "partner.onboarding-step-waived.v1",
            OnboardingStepReopened.class, "partner.onboarding-step-reopened.v1",
            OnboardingStepChanged.class, "partner.onboarding-step-changed.v1",
            OnboardingStepOverdue.class, "partner.onboarding-step-overdue.v1",
            OnboardingRequirementsMet.class, "partner.onboarding-requirements-met.v1");

    private final EventRecorder recorder;

    OnboardingRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    List<OutboxRecord> of(Onboarding onboarding, List<OnboardingEvent> events, Instant now) {
        List<OutboxRecord> records = new ArrayList<>();
        long sequence = onboarding.sequence() - events.size();
        for (OnboardingEvent event : events) {
            records.add(recorder.record(
                    TOPIC,
                    Objects.requireNonNull(TYPES.get(event.getClass()), "an event without a wire type"),
                    onboarding.id(),
                    onboarding.partnerId(),
                    ++sequence,
                    now,
                    OnboardingJson.of(onboarding, event, now)));
        }
        return records;
    }

    /**
     * The data of the events. Each event has the fields of its schema; the others are absent.
     *
     * @param step the step's code
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OnboardingJson(
            String onboardingId,
            String partnerId,
            String name,
            @Nullable String step,
            @Nullable List<TitleJson> titles,
            @Nullable String owner,
            @Nullable LocalDate dueOn,
            @Nullable Boolean required,
            @Nullable String reason,
            Instant occurredAt,
            String actor,
            String origin) {

        static OnboardingJson of(Onboarding onboarding, OnboardingEvent event, Instant now) {
            OnboardingStep step = event instanceof StepEvent of ? of.step() : null;
            return new OnboardingJson(
                    onboarding.id(),
                    onboarding.partnerId(),
                    onboarding.partnerName(),
                    step == null ? null : step.code(),
                    step == null ? null : TitleJson.of(step.titles()),
                    step == null ? null : step.owner(),
                    step == null ? null : step.dueOn(),
                    step == null ? null : step.isRequired(),
                    reason(event),
                    now,
                    event.actor().value(),
                    "LIVE");
        }

        private static @Nullable String reason(OnboardingEvent event) {
            if (event instanceof OnboardingStepWaived waived) {
                return waived.reason();
            }
            return event instanceof OnboardingStepReopened reopened ? reopened.reason() : null;
        }
    }

    /** A step's title in one language. */
    record TitleJson(String language, String title) {

        static List<TitleJson> of(Map<String, String> titles) {
            return new TreeMap<>(titles)
                    .entrySet().stream()
                            .map(title -> new TitleJson(title.getKey(), title.getValue()))
                            .toList();
        }
    }
}
