package io.entente.referral.sla;

import java.time.Instant;
import java.util.List;

/** The sweep's view of the referrals: something that has clocks. */
public interface ClockedReferrals {

    /**
     * Finds the referrals with due steps, the longest overdue first.
     *
     * @param skip how many of the first to leave out
     * @param limit the most referrals to return
     */
    List<String> due(Instant now, int skip, int limit);

    /**
     * Applies the due steps of one referral's clocks and writes them with their events in one write.
     *
     * @return the events of this call; empty if another writer came first, because either that writer or the next sweep
     *     handles them
     */
    List<SlaEvent> advance(String referralId, Instant now);
}
