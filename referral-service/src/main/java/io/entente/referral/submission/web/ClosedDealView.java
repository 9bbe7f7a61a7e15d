package io.entente.referral.submission.web;

import io.entente.platform.domain.MoneyJson;
import io.entente.referral.submission.Deal;
import io.entente.referral.submission.Engagement;
import io.entente.referral.submission.Referral;
import io.entente.referral.submission.ReferralStatus;
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
