package io.entente.referral.attribution;

import java.time.Instant;
import java.util.List;

/** When protections end, and when that is to be said beforehand: a queue in the order of time. */
public interface ProtectionDates {

    /**
     * Something that falls due.
     *
     * @param protectedUntil the end of protection it was planned for; where the referral has another one by then, it is void
     */
    record Due(Instant at, Kind kind, String referralId, Instant protectedUntil) {}

    /** What is to be done then. */
    enum Kind {
        REMIND,
        EXPIRE
    }

    /** Plans; no change where the same is planned. */
    void plan(List<Due> dates);

    /** What is due by a time, in order, at most so many. */
    List<Due> due(Instant by, int limit);

    void done(Due due);
}
