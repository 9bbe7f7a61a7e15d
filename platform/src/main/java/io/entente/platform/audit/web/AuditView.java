package io.entente.platform.audit.web;

import io.entente.platform.audit.AuditOutcome;
import io.entente.platform.audit.SealedEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt.
 *
 * @param sequence the place in the chain
 * @param at when the attempt ended, or began if the service was killed meanwhile
 * @param actor who made it; anonymous without sign-in, missing if the person was forgotten
 * @param operation the method and the path with the names of its variables
 * @param resource the path of the resource, up to its id
 * @param outcome how it ended
 * @param status of the answer; 0 if there was none
 * @param correlationId of the request
 * @param hash of the entry, which covers the entry before
 */
record AuditView(
        long sequence,
        Instant at,
        @Nullable String actor,
        String operation,
        String resource,
        AuditOutcome outcome,
        int status,
        @Nullable String correlationId,
        String hash) {

    static AuditView of(SealedEntry entry) {
        return new AuditView(
                entry.sequence(),
                entry.at(),
                entry.actor(),
                entry.operation(),
                entry.resource(),
                entry.outcome(),
                entry.status(),
                entry.correlationId(),
                entry.hash());
    }

    @Nullable
    Object[] cells() {
        return new @Nullable Object[] {
            sequence, at.toString(), actor, operation, resource, outcome.name(), status, correlationId, hash
        };
    }
}
