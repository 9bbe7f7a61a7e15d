package io.entente.partner.partnership;

import io.entente.platform.domain.Actor;

/** Something that has happened to a partner. */
public sealed interface PartnerEvent {

    /** Who gave the command. */
    Actor actor();

    /** The partner has applied to the program. */
    record PartnerApplied(Actor actor) implements PartnerEvent {}

    /** The partner may refer clients from now on. */
    record PartnerActivated(Actor actor) implements PartnerEvent {}

    /** Other people of the firm look after the partner from now on. */
    record PartnerTeamChanged(Actor actor) implements PartnerEvent {}
}
