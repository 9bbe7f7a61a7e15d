package io.entente.platform.events.parking;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A parking lot in memory, for tests of other packages. */
public final class InMemoryParking {

    private final ParkedEvents events = new InMemoryParkedEvents();
    private final ParkingLot lot = new ParkingLot(
            events, new InMemoryParkingLots(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new SimpleMeterRegistry());

    public ParkingLot lot() {
        return lot;
    }

    /** The positions of all parked records, in order. */
    public List<String> positions() {
        return events.list(Integer.MAX_VALUE, null).stream()
                .map(ParkedEvent::position)
                .toList();
    }
}
