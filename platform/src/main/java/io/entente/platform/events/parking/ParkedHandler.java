package io.entente.platform.events.parking;

import io.entente.platform.events.envelope.Delivery;

/** Handles a parked record again when an operator asks for it. */
public interface ParkedHandler {

    /** The consumer's name, by which its parked events are listed. */
    String name();

    /** Handles the record. Any exception leaves the record parked. */
    void handle(Delivery delivery);
}
