package io.entente.commission.payouts;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.policy.BlockReason;
import java.util.Set;

/** A partner that a batch doesn't pay in a currency, and why. */
public record PayoutBlock(PayoutId id, PartnerId partnerId, Standing standing, Set<BlockReason> reasons) {

    public PayoutBlock {
        reasons = Set.copyOf(reasons);
    }
}
