package io.entente.partner.onboarding;

import io.entente.partner.onboarding.policy.StepTemplate;
import io.entente.partner.onboarding.policy.StepTemplate.Trigger;
import io.entente.platform.domain.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A step of one partner's onboarding.
 *
 * @param owner who has to do it: {@code partner:<id>}, a person such as {@code user:u-17}, or a role that nobody has yet
 * @param completedBy what completes it without a command; null if somebody has to say that it is done
 * @param titles by language
 * @param at when it was done or waived; null while it is open
 * @param actor who said so; null while it is open
 * @param text what shows that it is done, or why it isn't needed; null if nobody said it
 * @param remindedAt when its owner was reminded after the due date; null before
 */
public record OnboardingStep(
        String code,
        String owner,
        LocalDate dueOn,
        boolean isRequired,
        boolean needsEvidence,
        @Nullable Trigger completedBy,
        Map<String, String> titles,
        StepState state,
        @Nullable Instant at,
        @Nullable String actor,
        @Nullable String text,
        @Nullable Instant remindedAt) {

    public OnboardingStep {
        titles = Map.copyOf(titles);
    }

    /**
     * A step that begins.
     *
     * @param owner who has to do it
     */
    static OnboardingStep of(StepTemplate template, String owner, LocalDate begins) {
        return new OnboardingStep(
                template.code(),
                owner,
                begins.plusDays(template.dueAfterDays()),
                template.isRequired(),
                template.needsEvidence(),
                template.completedBy(),
                template.titles(),
                StepState.OPEN,
                null,
                null,
                null,
                null);
    }

    public boolean isOpen() {
        return state == StepState.OPEN;
    }

    /** Whether a reminder of it is due. Each step is reminded of once for each due date. */
    boolean isToRemind(LocalDate today) {
        return isOpen() && remindedAt == null && dueOn.isBefore(today);
    }

    OnboardingStep ended(StepState how, Actor by, Instant now, @Nullable String why) {
        return new OnboardingStep(
                code,
                owner,
                dueOn,
                isRequired,
                needsEvidence,
                completedBy,
                titles,
                how,
                now,
                by.value(),
                why,
                remindedAt);
    }

    OnboardingStep reopened() {
        return with(owner, dueOn, remindedAt);
    }

    OnboardingStep changed(String by, LocalDate day) {
        return with(by, day, day.equals(dueOn) ? remindedAt : null);
    }

    OnboardingStep reminded(Instant now) {
        return with(owner, dueOn, now);
    }

    private OnboardingStep with(String by, LocalDate day, @Nullable Instant reminded) {
        return new OnboardingStep(
                code,
                by,
                day,
                isRequired,
                needsEvidence,
                completedBy,
                titles,
                StepState.OPEN,
                null,
                null,
                null,
                reminded);
    }

    /** The same step without its text, because a text may name a person. */
    OnboardingStep erased() {
        return withText(null);
    }

    OnboardingStep redacted(UnaryOperator<String> withoutPerson) {
        return text == null ? this : withText(withoutPerson.apply(text));
    }

    private OnboardingStep withText(@Nullable String other) {
        return new OnboardingStep(
                code,
                owner,
                dueOn,
                isRequired,
                needsEvidence,
                completedBy,
                titles,
                state,
                at,
                actor,
                other,
                remindedAt);
    }
}
