package io.entente.referral.crm;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the deals that CRMs report. */
public interface CrmDeals {

    Optional<CrmDeal> find(Crm crm, String crmDealId);

    /**
     * Stores a deal in place of its previous version. The first version is 1.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another write came in between
     */
    void save(CrmDeal deal);

    /** A page of the deals that are not linked to a referral, in the order of their ids. */
    Page<CrmDeal> unlinked(@Nullable Crm crm, PageRequest page);

    /** Linked deals with changes that have not been applied to their referral yet. */
    List<CrmDeal> waiting(int limit, @Nullable String afterId);

    /** Deletes deals that are not linked and whose last change was received before a time. Returns their number. */
    long deleteUnlinked(Instant lastHeardBefore);
}
