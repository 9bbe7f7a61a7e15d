package io.entente.referral.submission.web;

import io.entente.platform.domain.MoneyJson;
import io.entente.referral.submission.Deal;
import io.entente.referral.submission.Engagement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deal as the API shows it in its referral. */
record DealView(
        String dealId,
        MoneyJson amount,
        LocalDate closedOn,
        @Nullable Engagement engagement,
        List<CreditView> credit,
        @Nullable String revenueShare,
        Instant recordedAt,
        @Nullable ReversalView reversal) {

    record ReversalView(Instant at, LocalDate reversedOn, String reason) {

        static ReversalView of(Deal.Reversal reversal) {
            return new ReversalView(
                    reversal.at(), reversal.reversedOn(), reversal.reason().text());
        }
    }

    record CreditView(String partnerId, String role, String share) {}

    static DealView of(Deal deal) {
        return new DealView(
                deal.dealId(),
                MoneyJson.of(deal.amount()),
                deal.closedOn(),
                deal.engagement(),
                credit(deal),
                revenueShare(deal),
                deal.recordedAt(),
                deal.reversal() == null ? null : ReversalView.of(deal.reversal()));
    }

    static List<CreditView> credit(Deal deal) {
        return deal.credit().stream()
                .map(share -> new CreditView(
                        share.partnerId(), share.role(), share.share().toPlainString()))
                .toList();
    }

    static @Nullable String revenueShare(Deal deal) {
        return deal.revenueShare() == null ? null : deal.revenueShare().toPlainString();
    }
}
