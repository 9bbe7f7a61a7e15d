package io.entente.platform.events.parking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores parked records. A record that an operator has discarded stays stored, but is no longer parked. */
interface ParkedEvents {

    /** @return false if the record is stored already, parked or discarded */
    boolean add(ParkedEvent event);

    void remove(String id);

    /** Remembers that handling failed once more. */
    void recordFailure(String id, String error);

    void discard(String id, Instant at);

    boolean isDiscarded(String id);

    /** The parked record of this id. */
    Optional<ParkedEvent> find(String id);

    /** The parked record of a lot that has to be handled next. */
    Optional<ParkedEvent> firstOf(String lot);

    /**
     * Parked records in the order of their ids, without headers and values.
     *
     * @param after the id after which the list continues; null from the beginning
     */
    List<ParkedEvent> list(int limit, @Nullable String after);
}
