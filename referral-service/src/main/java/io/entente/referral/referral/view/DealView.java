package io.entente.referral.referral.view;

import io.entente.platform.domain.MoneyJson;
import io.entente.referral.referral.facts.Deal;
import io.entente.referral.referral.facts.Engagement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deal as the API shows it in its referral. */
public record DealView(
        String dealId,
        MoneyJson amount,
        LocalDate closedOn,
        @Nullable Engagement engagement,
        List<CreditView> credit,
        @Nullable String revenueShare,
        Instant recordedAt,
        @Nullable ReversalView reversal) {

    public record ReversalView(Instant at, LocalDate reversedOn, String reason) {

        public static ReversalView of(Deal.Reversal reversal) {
            return new ReversalView(
                    reversal.at(), reversal.reversedOn(), reversal.reason().text());
        }
    }

    public record CreditView(String partnerId, String role, String share) {}

    public static DealView of(Deal deal) {
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

    public static List<CreditView> credit(Deal deal) {
        return deal.credit().stream()
                .map(share -> new CreditView(
                        share.partnerId(), share.role(), share.share().toPlainString()))
                .toList();
    }

    public static @Nullable String revenueShare(Deal deal) {
        return deal.revenueShare() == null ? null : deal.revenueShare().toPlainString();
    }
}
