package io.entente.partner.references.mongo;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.references.Ratings;
import io.entente.partner.references.Referee;
import io.entente.partner.references.ReferenceRequest;
import io.entente.partner.references.RequestStatus;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a request for a reference. The referee's name, address and comment and the secret of the link are encrypted.
 *
 * @param dueAt when the sweep has something to do; absent when the request has ended
 */
record RequestDocument(
        @Id String id,
        long version,
        long sequence,
        String partnerId,
        RequestStatus status,
        RefereeDocument referee,
        @Nullable String secret,
        String askedBy,
        Instant askedAt,
        Instant until,
        @Nullable Instant remindAt,
        @Nullable Instant dueAt,
        @Nullable RatingsDocument ratings,
        @Nullable Instant endedAt,
        @Nullable Receipt receipt,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    /** The stored form of a referee. */
    record RefereeDocument(String name, String email, String source, String locale) {}

    /** The stored form of an answer. */
    record RatingsDocument(
            int responsiveness, int quality, int collaboration, int followThrough, @Nullable String comment) {}

    static RequestDocument of(ReferenceRequest request, @Nullable Receipt receipt, @Nullable Outbox outbox) {
        Referee referee = request.referee();
        return new RequestDocument(
                request.id(),
                request.version(),
                request.sequence(),
                request.partner().value(),
                request.status(),
                new RefereeDocument(referee.name(), referee.email(), referee.source(), referee.locale()),
                request.secret(),
                request.askedBy().value(),
                request.askedAt(),
                request.until(),
                request.remindAt(),
                dueAt(request),
                ratings(request.ratings()),
                request.endedAt(),
                receipt,
                outbox);
    }

    private static @Nullable Instant dueAt(ReferenceRequest request) {
        if (request.status() != RequestStatus.ASKED) {
            return null;
        }
        return request.remindAt() == null ? request.until() : request.remindAt();
    }

    private static @Nullable RatingsDocument ratings(@Nullable Ratings given) {
        return given == null
                ? null
                : new RatingsDocument(
                        given.responsiveness(),
                        given.quality(),
                        given.collaboration(),
                        given.followThrough(),
                        given.comment());
    }

    ReferenceRequest toRequest() {
        return new ReferenceRequest(
                id,
                version,
                sequence,
                new PartnerId(partnerId),
                status,
                new Referee(referee.name(), referee.email(), referee.source(), referee.locale()),
                secret,
                new Actor(askedBy),
                askedAt,
                until,
                remindAt,
                ratings == null
                        ? null
                        : new Ratings(
                                ratings.responsiveness(),
                                ratings.quality(),
                                ratings.collaboration(),
                                ratings.followThrough(),
                                ratings.comment()),
                endedAt);
    }
}
