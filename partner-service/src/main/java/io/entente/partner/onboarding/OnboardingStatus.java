package io.entente.partner.onboarding;

/** How far an onboarding is. */
public enum OnboardingStatus {
    RUNNING,
    /** Each step is done or waived. */
    COMPLETED,
    /** The partnership has ended before. */
    CLOSED
}
