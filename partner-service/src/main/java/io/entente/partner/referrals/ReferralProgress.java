package io.entente.partner.referrals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an event says about the course of a referral.
 *
 * @param sequence of the event within its aggregate
 * @param owner of a referral that is now {@link Kind#OWNED}, who has to keep its next promise
 */
public record ReferralProgress(
        String referralId,
        String partnerId,
        @Nullable String direction,
        String client,
        String service,
        Kind kind,
        Instant at,
        long sequence,
        @Nullable String owner) {

    /** What has happened. */
    public enum Kind {
        /** It was submitted, reopened, or goes on after a conflict. */
        BEGAN,
        /** It ended without a deal. */
        ENDED,
        /** One of its deals was closed. The event is the deal's and not the referral's. */
        WON,
        /** All of its deals were reversed, so it is open again. */
        RESUMED,
        /** Somebody has to keep its next promise. */
        OWNED
    }
}
