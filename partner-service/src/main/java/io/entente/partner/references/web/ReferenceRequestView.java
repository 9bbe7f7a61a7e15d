package io.entente.partner.references.web;

import io.entente.partner.references.ReferenceRequest;
import io.entente.partner.references.RequestStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for a reference, as the firm sees it. The answer is among the references of the qualification.
 *
 * @param source who is asked, without a name
 * @param until until when the link takes an answer
 * @param reminded whether the referee was reminded
 * @param endedAt when it was answered, expired or withdrawn
 */
record ReferenceRequestView(
        String id,
        String partnerId,
        RequestStatus status,
        String name,
        String email,
        String source,
        String locale,
        String askedBy,
        Instant askedAt,
        Instant until,
        boolean reminded,
        @Nullable Instant endedAt,
        long version) {

    static ReferenceRequestView of(ReferenceRequest request) {
        return new ReferenceRequestView(
                request.id(),
                request.partner().value(),
                request.status(),
                request.referee().name(),
                request.referee().email(),
                request.referee().source(),
                request.referee().locale(),
                request.askedBy().value(),
                request.askedAt(),
                request.until(),
                request.status() == RequestStatus.ASKED && request.remindAt() == null,
                request.endedAt(),
                request.version());
    }
}
