package io.entente.platform.events.parking;

import java.util.OptionalLong;
import java.util.Set;

/**
 * Stores which aggregates are held up. Each has a lot with a version that counts the records that have joined it, so that a
 * lot is closed only if no record has joined since it was found empty.
 */
interface ParkingLots {

    /** Counts one more record of a lot, and opens the lot if there is none. */
    void open(String lot, String consumer);

    /** Counts one more record of a lot. @return false if the lot has been closed */
    boolean join(String lot);

    /** The version of a lot; empty if the lot has been closed. */
    OptionalLong version(String lot);

    /** Closes a lot. @return false if a record has joined since the lot had this version */
    boolean close(String lot, long version);

    /** All open lots. */
    Set<String> all();
}
