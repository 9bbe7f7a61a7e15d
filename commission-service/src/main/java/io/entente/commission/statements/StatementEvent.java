package io.entente.commission.statements;

import java.time.Instant;

/** An event of a statement. */
public sealed interface StatementEvent {

    String actor();

    Instant at();

    /** The statement was issued; the partner can read it. */
    record StatementIssued(String actor, Instant at) implements StatementEvent {}

    /** A line was disputed. */
    record LineDisputed(long line, String reason, String actor, Instant at) implements StatementEvent {}

    /** The dispute of a line was resolved. */
    record DisputeResolved(long line, String resolution, String actor, Instant at) implements StatementEvent {}

    /** The statement was finalized. */
    record StatementFinalized(String actor, Instant at) implements StatementEvent {}
}
