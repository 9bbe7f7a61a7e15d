package io.entente.referral.crm.mongo;

import io.entente.referral.crm.Crm;
import io.entente.referral.crm.CrmDeal;
import io.entente.referral.crm.DealFact;
import io.entente.referral.referral.ReferralId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a CRM's deal.
 *
 * @param state derived from the other fields and stored, so that deals can be found by it
 */
record CrmDealDocument(
        @Id String id,
        Crm crm,
        String crmDealId,
        long version,
        CrmDeal.State state,
        @Nullable String referralId,
        Map<DealFact, CrmDeal.Known> facts,
        List<CrmDeal.StageChange> waiting,
        List<String> seen,
        List<CrmDeal.Note> notes,
        Instant firstHeardAt,
        Instant lastHeardAt) {

    static CrmDealDocument of(CrmDeal deal) {
        ReferralId referralId = deal.referralId();
        return new CrmDealDocument(
                deal.id(),
                deal.crm(),
                deal.crmDealId(),
                deal.version(),
                deal.state(),
                referralId == null ? null : referralId.value(),
                deal.facts(),
                deal.waiting(),
                deal.seen(),
                deal.notes(),
                deal.firstHeardAt(),
                deal.lastHeardAt());
    }

    CrmDeal toDeal() {
        return new CrmDeal(
                crm,
                crmDealId,
                version,
                referralId == null ? null : new ReferralId(referralId),
                facts,
                waiting,
                seen,
                notes,
                firstHeardAt,
                lastHeardAt);
    }
}
