package io.entente.commission.commissions.adjustments;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

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

    /**
     * Returns the amounts of a partner's adjustments in a currency that wait or are approved, whoever asked for them.
     *
     * @param after only adjustments that were requested after this instant
     * @param limit the maximum number of amounts to return
     */
    List<Money> amountsAfter(Instant after, PartnerId partner, CurrencyUnit currency, int limit);

    Page<AdjustmentRequest> list(CommissionId commission, PageRequest page);

    /** Returns a page of the adjustments of all commissions that a filter selects, in its order. */
    Page<AdjustmentRequest> page(AdjustmentFilter filter, PageRequest page);
}
