package io.entente.referral.attribution.checks;

import io.entente.referral.attribution.conflicts.Introduction;
import java.time.Instant;
import java.util.Optional;

/** Knows which clients are free, and holds them for partners that have asked. */
public interface ClientHolds {

    /** Tells whether a client is free for a partner that asks for it. Changes nothing. */
    Availability check(Introduction asking);

    /**
     * Holds a client for a partner that has asked for it, so that others can't claim it for an hour.
     *
     * @return the end of the hold; empty if another partner was faster
     */
    Optional<Instant> hold(Introduction asking);

    /** Ends the hold of a client. Does nothing if the partner has submitted a referral since. */
    void release(Introduction asking);
}
