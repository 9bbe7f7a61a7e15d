package io.entente.referral.deals;

import io.entente.platform.domain.MoneyJson;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.view.CreditView;
import io.entente.referral.referral.view.DealView;
import io.entente.referral.referral.view.DealView.EngagementView;
import io.entente.referral.referral.view.DealView.ReversalView;
import io.entente.referral.referral.view.ReferralDeals;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the deals of a referral for its readers. */
public final class ShownDeals implements ReferralDeals {

    private final Deals deals;

    public ShownDeals(Deals deals) {
        this.deals = deals;
    }

    @Override
    public List<DealView> newest(ReferralId id) {
        return deals.newest(id, SHOWN).stream().map(ShownDeals::view).toList();
    }

    @Override
    public List<HistoryEntry> history(ReferralId id) {
        return deals.newest(id, IN_TIMELINE).stream()
                .flatMap(ShownDeals::entries)
                .toList();
    }

    @Override
    public boolean has(ReferralId id, String dealId) {
        return deals.find(dealId).filter(deal -> deal.referralId().equals(id)).isPresent();
    }

    private static Stream<HistoryEntry> entries(Deal deal) {
        HistoryEntry closed = new HistoryEntry(
                deal.recordedAt(),
                DealEvent.DealClosed.WHAT,
                deal.recordedBy(),
                ReferralStatus.WON,
                false,
                DealEvent.DealClosed.details(deal));
        Deal.Reversal reversal = deal.reversal();
        return reversal == null
                ? Stream.of(closed)
                : Stream.of(
                        closed,
                        new HistoryEntry(
                                reversal.at(),
                                DealEvent.DealReversed.WHAT,
                                reversal.by(),
                                ReferralStatus.WON,
                                false,
                                DealEvent.DealReversed.details(deal, reversal)));
    }

    public static DealView view(Deal deal) {
        Deal.Reversal reversal = deal.reversal();
        return new DealView(
                deal.dealId(),
                MoneyJson.of(deal.amount()),
                deal.closedOn(),
                engagement(deal.engagement()),
                CreditView.of(deal.credit()),
                deal.revenueShare() == null ? null : deal.revenueShare().toPlainString(),
                deal.recordedAt(),
                reversal == null
                        ? null
                        : new ReversalView(
                                reversal.at(),
                                reversal.reversedOn(),
                                reversal.reason().text()));
    }

    private static @Nullable EngagementView engagement(@Nullable Engagement engagement) {
        return engagement == null
                ? null
                : new EngagementView(
                        EngagementView.Kind.valueOf(engagement.kind().name()),
                        engagement.startsOn(),
                        engagement.endsOn());
    }
}
