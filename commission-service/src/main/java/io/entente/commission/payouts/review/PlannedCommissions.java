package io.entente.commission.payouts.review;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.PayoutId;
import java.time.Instant;
import java.util.List;

/** Says what has become of the commissions of a payout since it was planned. */
public interface PlannedCommissions {

    /**
     * Returns those commissions of a payout that are on hold, have changed, or may be self-referrals. The cost grows with what happened to the
     * partner's commissions since planning.
     *
     * @param plannedAt when its batch was planned
     */
    List<PlannedCommission> changed(PayoutId payout, PartnerId partner, Instant plannedAt);
}
