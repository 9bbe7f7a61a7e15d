package io.entente.referral.sla;

import java.time.Instant;
import java.util.List;

/** The referrals as the sweep sees them: something with clocks. */
public interface ClockedReferrals {

    /**
     * Those on whose clocks something is due, longest due first.
     *
     * @param skip how many of the first to leave out
     * @param limit at most this many
     */
    List<String> due(Instant now, int skip, int limit);

    /**
     * Tells what is due on one referral's clocks: one write, with the events in it.
     *
     * @return what this call told; nothing where another writer came first, since it told it or the next look finds it
     */
    List<SlaEvent> advance(String referralId, Instant now);
}
