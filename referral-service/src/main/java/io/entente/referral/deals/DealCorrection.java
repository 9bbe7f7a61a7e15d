package io.entente.referral.deals;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A correction of a deal. The deal keeps all of them in order, so that its earlier details stay known.
 *
 * @param by who made it
 * @param reason a text for the partner; null if an engagement ended and nobody gave a reason
 * @param changed the details that it changed
 * @param before the details before it
 * @param request the idempotency key of the request and its body; null if the caller sent no key
 */
public record DealCorrection(
        Instant at,
        String by,
        Kind kind,
        @Nullable String reason,
        Set<DealDetails.Name> changed,
        DealDetails before,
        @Nullable Request request) {

    /** The maximum number of corrections of one deal. Beyond it, the deal must be reversed and closed again. */
    public static final int MAX_PER_DEAL = 50;

    public DealCorrection {
        changed = Set.copyOf(changed);
    }

    /** Why the details changed. */
    public enum Kind {
        /** They had been entered wrongly. */
        CORRECTION,
        /** The engagement ended, or its end was agreed. Nothing had been entered wrongly. */
        ENGAGEMENT_ENDED
    }

    /**
     * The request that asked for a correction.
     *
     * @param name the name under which the idempotency key is stored
     * @param fingerprint hash of the body
     */
    public record Request(String name, String fingerprint) {}
}
