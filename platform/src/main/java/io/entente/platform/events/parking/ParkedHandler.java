package io.entente.platform.events.parking;

import io.entente.platform.events.consume.Delivery;

/** Handles a parked record again when an operator asks for it. */
public interface ParkedHandler {

    /** The consumer's name, as in its parked events. */
    String name();

    /** Handles the record; any exception leaves it parked. */
    void handle(Delivery delivery);
}
