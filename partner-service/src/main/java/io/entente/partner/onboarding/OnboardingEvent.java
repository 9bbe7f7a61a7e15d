package io.entente.partner.onboarding;

import io.entente.platform.domain.Actor;
import org.jspecify.annotations.Nullable;

/** Something that has happened to an onboarding. */
public sealed interface OnboardingEvent {

    /** Who gave the command. */
    Actor actor();

    /** Something that has happened to one step. */
    sealed interface StepEvent extends OnboardingEvent {

        OnboardingStep step();
    }

    /** A step is done. */
    record OnboardingStepCompleted(Actor actor, OnboardingStep step) implements StepEvent {}

    /**
     * Somebody decided that a step isn't needed.
     *
     * @param reason why; null if the whole onboarding was waived without a reason
     */
    record OnboardingStepWaived(Actor actor, OnboardingStep step, @Nullable String reason) implements StepEvent {}

    /** A step that was done or waived has to be done after all. */
    record OnboardingStepReopened(Actor actor, OnboardingStep step, String reason) implements StepEvent {}

    /** A step has another owner or due date. */
    record OnboardingStepChanged(Actor actor, OnboardingStep step) implements StepEvent {}

    /** The due date of a step has passed. */
    record OnboardingStepOverdue(Actor actor, OnboardingStep step) implements StepEvent {}

    /** Everything that the policy requires for an active partnership is done or waived. */
    record OnboardingRequirementsMet(Actor actor) implements OnboardingEvent {}
}
