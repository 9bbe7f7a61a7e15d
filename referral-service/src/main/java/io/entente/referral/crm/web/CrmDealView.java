package io.entente.referral.crm.web;

import io.entente.referral.crm.CrmDeal;
import io.entente.referral.crm.CrmDeal.Known;
import io.entente.referral.crm.DealFact;
import io.entente.referral.referral.ReferralId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CRM's deal as the API shows it.
 *
 * @param amount in the CRM's own format, like {@code currency}, {@code closedOn} and {@code lossReason}
 * @param waiting the changes of stage that have not been applied to the referral yet
 * @param notes say why changes were not applied to the referral
 */
record CrmDealView(
        String crm,
        String crmDealId,
        long version,
        CrmDeal.State state,
        @Nullable String referralId,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String closedOn,
        @Nullable String lossReason,
        List<CrmDeal.StageChange> waiting,
        List<CrmDeal.Note> notes,
        Instant firstHeardAt,
        Instant lastHeardAt) {

    static CrmDealView of(CrmDeal deal) {
        ReferralId referralId = deal.referralId();
        return new CrmDealView(
                deal.crm().source(),
                deal.crmDealId(),
                deal.version(),
                deal.state(),
                referralId == null ? null : referralId.value(),
                fact(deal, DealFact.AMOUNT),
                fact(deal, DealFact.CURRENCY),
                fact(deal, DealFact.CLOSED_ON),
                fact(deal, DealFact.LOSS_REASON),
                deal.waiting(),
                deal.notes(),
                deal.firstHeardAt(),
                deal.lastHeardAt());
    }

    private static @Nullable String fact(CrmDeal deal, DealFact fact) {
        Known known = deal.facts().get(fact);
        return known == null ? null : known.value();
    }
}
