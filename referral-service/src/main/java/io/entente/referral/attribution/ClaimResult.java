package io.entente.referral.attribution;

import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.Introduction;
import java.time.Instant;
import java.util.List;

/** The result of claiming a client. */
public sealed interface ClaimResult {

    /**
     * The introduction holds the client.
     *
     * @param later claims on similar clients that this one precedes, which may not know of it
     */
    record Held(List<Claim> later) implements ClaimResult {

        public Held {
            later = List.copyOf(later);
        }
    }

    /** Another introduction holds the client, or a client that seems to be the same. This introduction waits for a decision. */
    record Contested(ConflictCase conflict) implements ClaimResult {}

    /** Another partner has asked for the client and holds it for a short time. */
    record Reserved(Instant until) implements ClaimResult {}

    /** The same partner introduced the same client before, and the earlier introduction still holds it. */
    record Repeated(Introduction first, String state) implements ClaimResult {}
}
