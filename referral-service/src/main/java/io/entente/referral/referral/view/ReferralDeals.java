package io.entente.referral.referral.view;

import io.entente.platform.domain.Actor;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.ReferralId;
import java.util.List;

/**
 * Reads the deals of a referral for its readers. Deals are documents of their own, so each method costs one round trip.
 */
public interface ReferralDeals {

    /**
     * The number of deals that are shown with a referral. {@code GET /api/referrals/{id}/deals} pages through all of
     * them.
     */
    int SHOWN = 50;

    /** The number of deals whose closings, corrections and reversals the timeline of a referral shows. */
    int IN_TIMELINE = 200;

    /**
     * Returns the last {@link #SHOWN} deals, in the order in which they were recorded.
     *
     * @param reader for whom they are
     */
    List<DealView> newest(ReferralId id, Actor reader);

    /** Returns the closings, corrections and reversals of the last {@link #IN_TIMELINE} deals, in no particular order. */
    List<HistoryEntry> history(ReferralId id);

    /** Whether the referral has a deal with this id. */
    boolean has(ReferralId id, String dealId);
}
