package io.entente.referral.deals;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.view.DealView;
import io.entente.referral.referral.view.DealView.CorrectionView;
import io.entente.referral.referral.view.DealView.EngagementView;
import io.entente.referral.referral.view.DealView.ReversalView;
import io.entente.referral.referral.view.ReferralDeals;
import io.entente.referral.referral.view.ShownCredit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the deals of a referral for its readers. */
public final class ShownDeals implements ReferralDeals {

    private final Deals deals;

    public ShownDeals(Deals deals) {
        this.deals = deals;
    }

    @Override
    public List<DealView> newest(ReferralId id, Actor reader) {
        return deals.newest(id, SHOWN).stream().map(deal -> view(deal, reader)).toList();
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
        List<HistoryEntry> entries = new ArrayList<>();
        entries.add(entry(
                deal.recordedAt(), DealEvent.DealClosed.WHAT, deal.recordedBy(), DealEvent.DealClosed.details(deal)));
        deal.corrections()
                .forEach(correction -> entries.add(entry(
                        correction.at(),
                        DealEvent.DealCorrected.WHAT,
                        correction.by(),
                        DealEvent.DealCorrected.details(deal, correction))));
        Deal.Reversal reversal = deal.reversal();
        if (reversal != null) {
            entries.add(entry(
                    reversal.at(),
                    DealEvent.DealReversed.WHAT,
                    reversal.by(),
                    DealEvent.DealReversed.details(deal, reversal)));
        }
        return entries.stream();
    }

    private static HistoryEntry entry(Instant at, String what, String by, Map<String, String> details) {
        return new HistoryEntry(at, what, by, ReferralStatus.WON, false, details);
    }

    /** @param reader for whom the deal is shown */
    public static DealView view(Deal deal, Actor reader) {
        Deal.Reversal reversal = deal.reversal();
        return new DealView(
                deal.dealId(),
                deal.version(),
                MoneyJson.of(deal.amount()),
                deal.closedOn(),
                engagement(deal.engagement()),
                ShownCredit.of(deal.credit(), reader.partnerId().orElse(null)),
                deal.revenueShare() == null ? null : deal.revenueShare().toPlainString(),
                deal.service(),
                deal.recordedAt(),
                deal.closedBeforeSubmission(),
                deal.corrections().stream().map(ShownDeals::correction).toList(),
                reversal == null
                        ? null
                        : new ReversalView(
                                reversal.at(),
                                reversal.reversedOn(),
                                reversal.reason().text()));
    }

    private static CorrectionView correction(DealCorrection correction) {
        return new CorrectionView(
                correction.at(),
                CorrectionView.Kind.valueOf(correction.kind().name()),
                correction.reason(),
                correction.changed().stream()
                        .sorted()
                        .map(DealDetails.Name::wireName)
                        .toList());
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
