package io.entente.commission.statements;

import java.time.Instant;

/** What others are told of a statement. */
public sealed interface StatementEvent {

    String actor();

    Instant at();

    /** The partner can read it. */
    record StatementIssued(String actor, Instant at) implements StatementEvent {}

    /** It stands. */
    record StatementFinalized(String actor, Instant at) implements StatementEvent {}
}
