package io.entente.commission.commissions.adjustments;

import io.entente.commission.commissions.CommissionId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;

/** Stores the adjustments that people have requested. */
public interface AdjustmentRequests {

    /**
     * Records a request, unless its name was used before.
     *
     * @return the request that is recorded under this name: this one or an earlier one
     */
    AdjustmentRequest add(AdjustmentRequest request);

    Optional<AdjustmentRequest> find(CommissionId commission, String id);

    /**
     * Writes a decision over the previous version.
     *
     * @return false if another decision came first
     */
    boolean replace(AdjustmentRequest decided);

    Page<AdjustmentRequest> list(CommissionId commission, PageRequest page);
}
