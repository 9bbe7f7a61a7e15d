package io.entente.partner.memberships;

import io.entente.platform.domain.Actor;

/** Something that has happened to a membership. */
public sealed interface MembershipEvent {

    /** The member as it is after the event. */
    Member member();

    /** Who gave the command. */
    Actor actor();

    /** A person was invited, for the first time or again. */
    record MemberInvited(Member member, Actor actor) implements MembershipEvent {}

    /** A person has accepted its invitation. */
    record MemberJoined(Member member, Actor actor) implements MembershipEvent {}

    /** A member has other rights. */
    record MemberRightsChanged(Member member, Actor actor) implements MembershipEvent {}

    /** A membership, or an invitation, was revoked. */
    record MemberRevoked(Member member, Actor actor) implements MembershipEvent {}
}
