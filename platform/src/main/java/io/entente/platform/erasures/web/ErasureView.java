package io.entente.platform.erasures.web;

import io.entente.platform.erasures.Erasure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An erasure in the API.
 *
 * @param id the owner's if all of its data is erased
 * @param personId the person whose data is erased; absent if it is all of the owner's
 */
record ErasureView(
        String id,
        String owner,
        @Nullable String personId,
        Erasure.Status status,
        String reason,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        long version) {

    static ErasureView of(Erasure erasure) {
        return new ErasureView(
                erasure.id(),
                erasure.subject().owner(),
                erasure.subject().person(),
                erasure.status(),
                erasure.reason(),
                erasure.askedBy(),
                erasure.askedAt(),
                erasure.decidedBy(),
                erasure.decidedAt(),
                erasure.version());
    }
}
