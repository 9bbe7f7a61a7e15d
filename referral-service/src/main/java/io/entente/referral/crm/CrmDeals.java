package io.entente.referral.crm;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Loaded;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.referral.ReferralId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the deals that CRMs report. */
public interface CrmDeals {

    Optional<CrmDeal> find(Crm crm, String crmDealId);

    /** Reads a deal in order to change it with {@link #update}. */
    Optional<Loaded<CrmDeal>> load(Crm crm, String crmDealId);

    /**
     * Stores a new deal.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if the deal is stored already
     */
    void add(CrmDeal deal);

    /**
     * Stores a deal in place of its previous version, and publishes its events.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another write came in between
     */
    void update(Loaded<CrmDeal> before, Change<CrmDeal, ChangeWaits> change);

    /** Linked deals with changes that have not been applied to their referral yet, in the order of their ids. */
    List<CrmDeal> waiting(int limit, @Nullable String afterId);

    /** The deals that are linked to a referral. At most 100. */
    List<CrmDeal> linkedTo(ReferralId referralId);

    /** Of these deals of a CRM, those that are known and linked to no referral. */
    List<CrmDeal> unlinked(Crm crm, List<String> crmDealIds);

    /** The deals that the CRM merged into another one. At most 100. */
    List<CrmDeal> mergedInto(CrmDeal deal);

    /** Deals with a change that has waited since before a time without a notice. */
    List<CrmDeal> unnoticed(Instant since, int limit);

    /** Deals with a change that is to be tried again by a time. */
    List<CrmDeal> toRetry(Instant by, int limit);

    /** Deals with a stage that an earlier version of the mapping profile didn't know. */
    List<CrmDeal> unknownBefore(Crm crm, int profileVersion, int limit);

    /** The number of deals with changes that wait, by reason. */
    Map<WaitReason, Long> countWaiting();

    /** Deletes deals that are not linked and whose last change was received before a time. Returns their number. */
    long deleteUnlinked(Instant lastHeardBefore);
}
