package io.entente.referral.attribution;

import java.time.Instant;
import java.util.List;

/** What is under way, and what a crash left; nothing else, so that to look for it costs what there is of it. */
public interface Undertakings {

    /** Puts it on record; no change where it is. */
    void begin(Undertaking undertaking);

    void done(Undertaking undertaking);

    /** Not to be looked at again before those that were begun until now. */
    void postpone(Undertaking undertaking, Instant now);

    /** Those begun, or postponed, before a time, at most so many, the longest ago first. */
    List<Undertaking> waitingSince(Instant time, int limit);
}
