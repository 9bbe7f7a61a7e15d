package io.entente.partner.references;

import io.entente.partner.outside.OutsideMessage;
import io.entente.platform.domain.Actor;

/** Something that has happened to a request for a reference. */
public sealed interface ReferenceEvent {

    Actor actor();

    /**
     * The referee is asked, or reminded.
     *
     * @param partnerName which the mail says
     */
    record RefereeAsked(Actor actor, OutsideMessage message, String partnerName) implements ReferenceEvent {}

    /** The referee has answered. */
    record ReferenceReceived(Actor actor) implements ReferenceEvent {}

    /** The referee hasn't answered in time. */
    record ReferenceRequestExpired(Actor actor) implements ReferenceEvent {}

    /** The firm doesn't want the answer any more, so no mail about it is sent either. */
    record ReferenceRequestWithdrawn(Actor actor) implements ReferenceEvent {}
}
