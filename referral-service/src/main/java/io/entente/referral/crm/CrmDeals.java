package io.entente.referral.crm;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where CRMs' deals are kept. */
public interface CrmDeals {

    Optional<CrmDeal> find(Crm crm, String crmDealId);

    /**
     * Stores a deal over the version before it; the first is 1.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another write came between
     */
    void save(CrmDeal deal);

    /** Deals that nobody has linked, in the order of their ids. */
    Page<CrmDeal> unlinked(@Nullable Crm crm, PageRequest page);

    /** Linked deals whose referral hasn't had all of it. */
    List<CrmDeal> waiting(int limit, @Nullable String afterId);

    /** Deletes deals that nobody has linked and that weren't heard of since. */
    long deleteUnlinked(Instant lastHeardBefore);
}
