package io.entente.referral.attribution;

import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.Introduction;

/** What became of a claim. */
public sealed interface Outcome {

    /** The client is the introduction's. */
    record Held() implements Outcome {}

    /** Another has the client, or one that seems to be it; the introduction waits. */
    record Contested(ConflictCase conflict) implements Outcome {}

    /** The same partner introduced the same client before, and that still holds. */
    record Repeated(Introduction first, String state) implements Outcome {}
}
