package io.entente.systemtests.faults;

import java.util.List;

/** The points at which a service can be stopped, between a state change and the end of its events' publication. */
public enum FaultPoint {
    /** The state and its events are stored, but nothing has been published. */
    BEFORE_PUBLISH,
    /** The broker has acknowledged the event, but the relay doesn't know it yet. */
    AFTER_ACKNOWLEDGEMENT,
    /** The relay knows of the acknowledgement, but the outbox is still stored. */
    BEFORE_CLEAR,
    /** Before and after each write of a claim on a client. */
    IN_CLAIM;

    /** The points of an event's publication, which every service passes. */
    public static List<FaultPoint> ofOutbox() {
        return List.of(BEFORE_PUBLISH, AFTER_ACKNOWLEDGEMENT, BEFORE_CLEAR);
    }
}
