package io.entente.commission.payouts;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.policy.BlockReason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A partner that a batch doesn't pay in a currency, and why.
 *
 * @param missing what is missing for its taxes, or which rule of the bank its transfer would break, in a sentence; null if neither
 */
public record PayoutBlock(
        PayoutId id, PartnerId partnerId, PayableBalance balance, Set<BlockReason> reasons, @Nullable String missing) {

    public PayoutBlock {
        reasons = Set.copyOf(reasons);
    }
}
