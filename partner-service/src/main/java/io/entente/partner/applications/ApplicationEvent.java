package io.entente.partner.applications;

import io.entente.partner.outside.OutsideMessage;
import io.entente.platform.domain.Actor;

/** Something that has happened to an application. */
public sealed interface ApplicationEvent {

    Actor actor();

    /** The applicant is asked to confirm its address. */
    record ConfirmationRequested(Actor actor, OutsideMessage message) implements ApplicationEvent {}

    /** The address is confirmed. */
    record ApplicationConfirmed(Actor actor) implements ApplicationEvent {}

    /**
     * The application is a partner's record.
     *
     * @param name of the company
     * @param duplicates how many other records are probably of the same company
     */
    record ApplicationReceived(Actor actor, String name, String country, int duplicates) implements ApplicationEvent {}

    /** Nobody confirmed the address in time. */
    record ApplicationEnded(Actor actor) implements ApplicationEvent {}
}
