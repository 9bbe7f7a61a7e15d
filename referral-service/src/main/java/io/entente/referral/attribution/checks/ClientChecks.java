package io.entente.referral.attribution.checks;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores the questions of partners and counts them. */
public interface ClientChecks {

    Optional<ClientCheck> find(String id);

    /** Stores a check. Returns whether it was new. */
    boolean add(ClientCheck check);

    /** A page of the checks that a filter selects, in its order. */
    Page<ClientCheck> list(CheckFilter filter, PageRequest page);

    /** The checks of one client by one partner, at most a number of them. */
    List<ClientCheck> of(String partnerId, String clientKey, int limit);

    /** Counts one more question of a partner in an hour, and returns how many it has asked in that hour. */
    long countOneMore(String partnerId, long hour);

    /** The number of clients that are held for a partner at a time. */
    long countHeld(String partnerId, Instant now);

    /** Whether a client has been held for a partner until a time after the given one. */
    boolean wasHeldSince(String partnerId, String clientKey, Instant time);

    /** Checks whose hold ended before a time and has not been released yet. */
    List<ClientCheck> endedBefore(Instant time, int limit);

    /** Records that the hold of a check has been released. */
    void released(String id);

    /** Deletes the counts of earlier hours. */
    void forgetCountsBefore(long hour);
}
