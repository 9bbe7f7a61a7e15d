package io.entente.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt.
 *
 * @param id unique; sorted by time
 * @param at when the attempt ended, or began if it never ended
 * @param actor who made it, {@value #ANONYMOUS} without sign-in
 * @param operation the method and the path with the names of its variables, such as {@code POST /api/orders/{id}/cancel}
 * @param resource the path of the resource, such as {@code /api/orders/o-1}; that of the new resource if one was created
 * @param status of the answer; 0 if there was none
 * @param correlationId of the request, by which its logs and events are found
 */
public record AuditEntry(
        String id,
        Instant at,
        String actor,
        String operation,
        String resource,
        AuditOutcome outcome,
        int status,
        @Nullable String correlationId) {

    public static final String ANONYMOUS = "anonymous";

    /** The entry of a command that begins; it stays so if the service is killed before it answers. */
    public static AuditEntry begun(
            String id, Instant at, String actor, String operation, String resource, @Nullable String correlationId) {
        return new AuditEntry(id, at, actor, operation, resource, AuditOutcome.UNKNOWN, 0, correlationId);
    }
}
