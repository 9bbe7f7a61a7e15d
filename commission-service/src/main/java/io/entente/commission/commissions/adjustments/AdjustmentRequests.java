package io.entente.commission.commissions.adjustments;

import io.entente.commission.commissions.CommissionId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;

/** Corrections that people asked for. */
public interface AdjustmentRequests {

    /** @return the one of that name that is on record, this one or an earlier */
    AdjustmentRequest add(AdjustmentRequest request);

    Optional<AdjustmentRequest> find(CommissionId commission, String id);

    /** Writes a decision over the version before it; false where another decision came first. */
    boolean replace(AdjustmentRequest decided);

    Page<AdjustmentRequest> list(CommissionId commission, PageRequest page);
}
