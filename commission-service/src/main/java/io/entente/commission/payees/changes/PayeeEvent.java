package io.entente.commission.payees.changes;

import java.time.Instant;
import java.util.List;

/** An event of payment details. It names fields, never their values. */
public sealed interface PayeeEvent {

    /** The fields that change. */
    List<String> fields();

    String actor();

    Instant at();

    /** A change waits for a second person. */
    record PayeeChangeRequested(List<String> fields, String actor, Instant at) implements PayeeEvent {}

    /** Payment details changed; the actor decided it. */
    record PayeeChanged(List<String> fields, String actor, Instant at) implements PayeeEvent {}
}
