package io.entente.referral.attribution;

import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.Introduction;

/** The result of claiming a client. */
public sealed interface ClaimResult {

    /** The introduction holds the client. */
    record Held() implements ClaimResult {}

    /** Another introduction holds the client, or a client that seems to be the same. This introduction waits for a decision. */
    record Contested(ConflictCase conflict) implements ClaimResult {}

    /** The same partner introduced the same client before, and the earlier introduction still holds it. */
    record Repeated(Introduction first, String state) implements ClaimResult {}
}
