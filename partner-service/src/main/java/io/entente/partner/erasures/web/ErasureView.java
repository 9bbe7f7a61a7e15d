package io.entente.partner.erasures.web;

import io.entente.partner.erasures.Erasure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An erasure in the API. */
record ErasureView(
        String partnerId,
        Erasure.Status status,
        String reason,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        long version) {

    static ErasureView of(Erasure erasure) {
        return new ErasureView(
                erasure.partner().value(),
                erasure.status(),
                erasure.reason(),
                erasure.askedBy(),
                erasure.askedAt(),
                erasure.decidedBy(),
                erasure.decidedAt(),
                erasure.version());
    }
}
