package io.entente.partner.onboarding;

/** Whether a step of an onboarding is done. */
public enum StepState {
    OPEN,
    DONE,
    /** Somebody decided that it isn't needed. */
    WAIVED
}
