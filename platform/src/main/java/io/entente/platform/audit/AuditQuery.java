package io.entente.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Selects entries. Null selects all.
 *
 * @param from the first instant
 * @param to the instant after the last one
 */
public record AuditQuery(
        @Nullable String actor,
        @Nullable String resource,
        @Nullable AuditOutcome outcome,
        @Nullable Instant from,
        @Nullable Instant to) {}
