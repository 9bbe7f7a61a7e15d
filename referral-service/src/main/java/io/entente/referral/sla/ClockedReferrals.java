package io.entente.referral.sla;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sweep's view of the referrals: something that has clocks. */
public interface ClockedReferrals {

    /**
     * Finds the referrals with due steps, the longest overdue first.
     *
     * @param skip how many of the first to leave out
     * @param limit the maximum number of referrals to return
     */
    List<String> due(Instant now, int skip, int limit);

    /**
     * Finds the referrals that have an open clock, in the order of their ids.
     *
     * @param openKey the kind and state of the clock, as {@link SlaClock#openKey} names it
     * @param after only referrals with a greater id; null for the first ones
     */
    List<String> withOpenClock(String openKey, @Nullable String after, int limit);

    /**
     * Lets one referral's clocks follow new versions of their calendars, applies their due steps, and writes them with their events in one write.
     *
     * @return the events of this call; empty if another writer came first, because either that writer or the next sweep
     *     handles them
     */
    List<SlaEvent> advance(String referralId, Instant now);
}
