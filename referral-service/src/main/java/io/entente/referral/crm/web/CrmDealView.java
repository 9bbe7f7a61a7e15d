package io.entente.referral.crm.web;

import io.entente.platform.domain.MoneyJson;
import io.entente.referral.crm.CrmDeal;
import io.entente.referral.crm.CrmDeal.Known;
import io.entente.referral.crm.DealFact;
import io.entente.referral.crm.links.EarlierLink;
import io.entente.referral.crm.terms.CloseDates;
import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.referral.ReferralId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CRM's deal as the API shows it.
 *
 * @param namedReferralId the referral that the CRM's deal names, whether it exists or not
 * @param amount in the CRM's own format, like {@code currency} and {@code lossReason}
 * @param closedOn the date in the zone of the CRM's account; the CRM's own text if that is no date
 * @param waiting the changes of stage that have not been applied to the referral yet
 * @param waits why changes wait, at most one for each subject
 * @param earlierLinks the links that were replaced, with what had been applied there
 * @param notes say what became of changes that were not applied to the referral
 */
record CrmDealView(
        String crm,
        String crmDealId,
        long version,
        CrmDeal.State state,
        @Nullable String referralId,
        @Nullable String namedReferralId,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String closedOn,
        @Nullable String lossReason,
        List<StageView> waiting,
        List<WaitView> waits,
        List<EarlierLink> earlierLinks,
        List<CrmDeal.Note> notes,
        Instant firstHeardAt,
        Instant lastHeardAt) {

    /**
     * A change of stage.
     *
     * @param stage the name of the stage in the CRM
     * @param at when it happened in the CRM
     */
    record StageView(String stage, Instant at) {}

    /**
     * Says why a change waits.
     *
     * @param subject the part of the deal that changed
     * @param explanation in words
     * @param since since when the change waits
     * @param recorded the amount of the closed deal, if the CRM reports another one
     * @param reported the amount that the CRM reports, if it differs and a deal can be closed with it
     * @param reportedOn the closing date that the CRM reports, if it differs and a deal can be closed with it
     */
    record WaitView(
            WaitReason.Subject subject,
            WaitReason reason,
            String explanation,
            Instant since,
            @Nullable MoneyJson recorded,
            @Nullable MoneyJson reported,
            @Nullable LocalDate reportedOn) {

        static WaitView of(Wait wait) {
            return new WaitView(
                    wait.reason().subject(),
                    wait.reason(),
                    wait.explanation(),
                    wait.since(),
                    wait.recorded(),
                    wait.reported(),
                    wait.reportedOn());
        }
    }

    /** @param zone the zone of the CRM's account */
    static CrmDealView of(CrmDeal deal, ZoneId zone) {
        ReferralId referralId = deal.referralId();
        String closedOn = fact(deal, DealFact.CLOSED_ON);
        return new CrmDealView(
                deal.crm().source(),
                deal.crmDealId(),
                deal.version(),
                deal.state(),
                referralId == null ? null : referralId.value(),
                deal.links().namedId(),
                fact(deal, DealFact.AMOUNT),
                fact(deal, DealFact.CURRENCY),
                closedOn == null ? null : CloseDates.shown(closedOn, zone),
                fact(deal, DealFact.LOSS_REASON),
                deal.waiting().stream()
                        .map(change -> new StageView(change.stage(), change.at()))
                        .toList(),
                deal.waits().stream().map(WaitView::of).toList(),
                deal.links().earlier(),
                deal.notes(),
                deal.firstHeardAt(),
                deal.lastHeardAt());
    }

    private static @Nullable String fact(CrmDeal deal, DealFact fact) {
        Known known = deal.facts().get(fact);
        return known == null || known.isCleared() ? null : known.value();
    }
}
