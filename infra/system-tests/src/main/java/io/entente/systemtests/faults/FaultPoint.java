package io.entente.systemtests.faults;

import java.util.List;

/** Where a service can be stopped between a state change and the end of its events' way to the broker. */
public enum FaultPoint {
    /** The state and its events are in the store; the broker has heard nothing. */
    BEFORE_PUBLISH,
    /** The broker has acknowledged the event; the relay hasn't been told. */
    AFTER_ACKNOWLEDGEMENT,
    /** The relay knows of the acknowledgement; the outbox is still in the store. */
    BEFORE_CLEAR,
    /** Somewhere among the writes that a claim on a client takes: each is passed before and after. */
    IN_CLAIM;

    /** The points that every service passes: those of an event's way out. */
    public static List<FaultPoint> ofOutbox() {
        return List.of(BEFORE_PUBLISH, AFTER_ACKNOWLEDGEMENT, BEFORE_CLEAR);
    }
}
