package io.entente.partner.agreements.plans;

import org.jspecify.annotations.Nullable;

/**
 * Something that an agreement promises and the commission plans don't pay.
 *
 * @param agreementVersion the version of the terms
 * @param agreed what the agreement says; null if it says nothing
 * @param paid what the plan says; null if there is none
 */
public record Contradiction(int agreementVersion, Kind kind, @Nullable String agreed, @Nullable String paid) {

    /** What differs. */
    public enum Kind {
        /** There is no plan with this code. */
        PLAN_UNKNOWN,
        /** No version of the plan prices deals of the day on which the terms bind. */
        PLAN_NOT_IN_FORCE,
        /** The plan isn't for partners of this tier or model, or not for this partner. */
        PLAN_NOT_FOR_PARTNER,
        /** A plan that is more specific prices the deals of the partner. */
        OTHER_PLAN_PAYS,
        RATE_DIFFERS,
        TRIGGER_DIFFERS,
        NET_DAYS_DIFFER,
        /** No fee is agreed, and a plan pays one. */
        FEE_NOT_AGREED
    }
}
