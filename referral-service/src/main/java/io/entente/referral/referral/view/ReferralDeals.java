package io.entente.referral.referral.view;

import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.ReferralId;
import java.util.List;

/** What readers of a referral see of its deals, which are documents of their own. Each method costs one round trip. */
public interface ReferralDeals {

    /** Deals that a referral is shown with; {@code GET /api/referrals/{id}/deals} pages through all of them. */
    int SHOWN = 50;

    /** Deals whose closings and reversals the timeline of a referral shows. */
    int IN_TIMELINE = 200;

    /** The {@link #SHOWN} deals that were recorded last, in the order in which they were recorded. */
    List<DealView> newest(ReferralId id);

    /** The closings and reversals of the {@link #IN_TIMELINE} deals that were recorded last, in no particular order. */
    List<HistoryEntry> history(ReferralId id);

    /** Whether the referral has a deal of this id. */
    boolean has(ReferralId id, String dealId);
}
