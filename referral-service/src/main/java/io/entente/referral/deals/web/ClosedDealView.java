package io.entente.referral.deals.web;

import io.entente.platform.domain.MoneyJson;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.facts.Deal;
import io.entente.referral.referral.facts.Engagement;
import io.entente.referral.referral.view.DealView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a deal: all of it follows from the deal as it is kept, so that the same request is answered the same for
 * ever.
 *
 * @param status the referral's, with this deal
 * @param version the referral's, with this deal
 */
record ClosedDealView(
        String dealId,
        String referralId,
        String partnerId,
        ReferralStatus status,
        long version,
        MoneyJson amount,
        LocalDate closedOn,
        @Nullable Engagement engagement,
        List<DealView.CreditView> credit,
        @Nullable String revenueShare,
        Instant recordedAt) {

    static ClosedDealView of(Referral referral, Deal deal) {
        return new ClosedDealView(
                deal.dealId(),
                referral.id().value(),
                referral.introduction().partnerId(),
                ReferralStatus.WON,
                deal.recordedIn(),
                MoneyJson.of(deal.amount()),
                deal.closedOn(),
                deal.engagement(),
                DealView.credit(deal),
                DealView.revenueShare(deal),
                deal.recordedAt());
    }
}
