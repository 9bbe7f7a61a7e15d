package io.entente.partner.references;

import io.entente.partner.outside.OutsideMessage;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.references.ReferenceEvent.RefereeAsked;
import io.entente.partner.references.ReferenceEvent.ReferenceReceived;
import io.entente.partner.references.ReferenceEvent.ReferenceRequestExpired;
import io.entente.partner.references.ReferenceEvent.ReferenceRequestWithdrawn;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.links.OneTimeLink;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request to somebody outside to say how a partner works. The answer comes by a link that takes one answer.
 *
 * @param version 1 for a new request, increased by one with each change
 * @param sequence the number of its last event
 * @param secret of the link, kept encrypted for the reminder; null when no answer is taken any more
 * @param until until when the link takes an answer
 * @param remindAt when the referee is reminded; null after that, and if nobody has to be reminded
 * @param ratings the answer; null before
 * @param endedAt when it was answered, expired or withdrawn; null before
 */
public record ReferenceRequest(
        String id,
        long version,
        long sequence,
        PartnerId partner,
        RequestStatus status,
        Referee referee,
        @Nullable String secret,
        Actor askedBy,
        Instant askedAt,
        Instant until,
        @Nullable Instant remindAt,
        @Nullable Ratings ratings,
        @Nullable Instant endedAt) {

    public static final String PREFIX = "rrq";

    /** Who answers by a link. */
    private static final Actor REFEREE = Actor.SYSTEM;

    /** A new request, with the message to the referee. */
    public static Change<ReferenceRequest, ReferenceEvent> ask(
            PartnerId partner,
            String partnerName,
            Referee referee,
            OneTimeLink link,
            OutsideMessage message,
            Instant remindAt,
            Actor by,
            Instant now) {
        ReferenceRequest asked = new ReferenceRequest(
                link.resource(),
                1,
                1,
                partner,
                RequestStatus.ASKED,
                referee,
                link.secret(),
                by,
                now,
                message.expiresAt(),
                remindAt,
                null,
                null);
        return Change.of(asked, new RefereeAsked(by, message, partnerName));
    }

    /** Whether a link opens this request, which it does as long as an answer is taken. */
    public boolean opensWith(OneTimeLink link, Instant now) {
        String known = secret;
        return known != null
                && status == RequestStatus.ASKED
                && now.isBefore(until)
                && link.hasHash(new OneTimeLink(id, known).hash());
    }

    /** The link that the referee has; null when it takes no answer any more. */
    public @Nullable OneTimeLink link() {
        return secret == null ? null : new OneTimeLink(id, secret);
    }

    /** Takes the answer. A link takes one. */
    public Decision<Change<ReferenceRequest, ReferenceEvent>> answer(Ratings given, Instant now) {
        if (status == RequestStatus.ANSWERED && given.equals(ratings)) {
            return Decision.allowed(Change.nothing(this));
        }
        if (status != RequestStatus.ASKED || !now.isBefore(until)) {
            return Decision.rejected("The link doesn't take an answer any more.");
        }
        return Decision.allowed(Change.of(ended(RequestStatus.ANSWERED, given, now), new ReferenceReceived(REFEREE)));
    }

    /** Reminds the referee, once. */
    public Change<ReferenceRequest, ReferenceEvent> remind(OutsideMessage message, String partnerName, Instant now) {
        Instant due = remindAt;
        if (status != RequestStatus.ASKED || due == null || now.isBefore(due) || !now.isBefore(until)) {
            return Change.nothing(this);
        }
        ReferenceRequest reminded = new ReferenceRequest(
                id,
                version + 1,
                sequence + 1,
                partner,
                status,
                referee,
                secret,
                askedBy,
                askedAt,
                until,
                null,
                null,
                null);
        return Change.of(reminded, new RefereeAsked(Actor.SYSTEM, message, partnerName));
    }

    /** Ends a request that nobody has answered in time. */
    public Change<ReferenceRequest, ReferenceEvent> expire(Instant now) {
        return status != RequestStatus.ASKED || now.isBefore(until)
                ? Change.nothing(this)
                : Change.of(ended(RequestStatus.EXPIRED, null, now), new ReferenceRequestExpired(Actor.SYSTEM));
    }

    /** Takes no answer any more. Repeating it changes nothing. */
    public Decision<Change<ReferenceRequest, ReferenceEvent>> withdraw(Actor by, Instant now) {
        return switch (status) {
            case ASKED ->
                Decision.allowed(
                        Change.of(ended(RequestStatus.WITHDRAWN, null, now), new ReferenceRequestWithdrawn(by)));
            case WITHDRAWN -> Decision.allowed(Change.nothing(this));
            case ANSWERED, EXPIRED -> Decision.rejected("The request is %s already.".formatted(status));
        };
    }

    /** The same without what names a person in its texts; the same object if no text does. */
    ReferenceRequest redacted(UnaryOperator<String> withoutPerson) {
        Referee other = referee.redacted(withoutPerson);
        Ratings given = ratings == null ? null : ratings.redacted(withoutPerson);
        return other.equals(referee) && Objects.equals(given, ratings)
                ? this
                : new ReferenceRequest(
                        id,
                        version + 1,
                        sequence,
                        partner,
                        status,
                        other,
                        secret,
                        askedBy,
                        askedAt,
                        until,
                        remindAt,
                        given,
                        endedAt);
    }

    private ReferenceRequest ended(RequestStatus how, @Nullable Ratings given, Instant now) {
        return new ReferenceRequest(
                id, version + 1, sequence + 1, partner, how, referee, null, askedBy, askedAt, until, null, given, now);
    }
}
