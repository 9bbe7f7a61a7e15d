package io.entente.referral.deals.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.DealDetails;
import io.entente.referral.deals.Engagement;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.view.ShownCredit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that closes a deal. It is derived from the stored deal alone, so the same request always gets
 * the same answer.
 *
 * @param status the status of the referral with this deal
 * @param version the version of the referral with this deal
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
        List<ShownCredit> credit,
        @Nullable String revenueShare,
        Instant recordedAt) {

    /** Shows the deal as it was closed, so that a repeated request gets the first answer even after a correction. */
    static ClosedDealView of(Deal deal, Actor reader) {
        DealDetails closed = deal.detailsAsClosed();
        return new ClosedDealView(
                deal.dealId(),
                deal.referralId().value(),
                deal.partnerId(),
                ReferralStatus.WON,
                deal.recordedIn(),
                MoneyJson.of(closed.amount()),
                closed.closedOn(),
                closed.engagement(),
                ShownCredit.of(closed.credit(), reader.partnerId().orElse(null)),
                closed.revenueShare() == null ? null : closed.revenueShare().toPlainString(),
                deal.recordedAt());
    }
}
