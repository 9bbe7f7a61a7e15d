package io.entente.referral.referral.mongo;

import io.entente.platform.domain.MoneyJson;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Deal;
import io.entente.referral.referral.facts.Engagement;
import io.entente.referral.referral.facts.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a deal is stored in its referral. Dates as text: the store's dates are instants, and a zone would shift them. */
record DealDocument(
        String dealId,
        MoneyJson amount,
        String closedOn,
        @Nullable EngagementDocument engagement,
        List<CreditDocument> credit,
        @Nullable String revenueShare,
        Instant recordedAt,
        long recordedIn,
        String fingerprint,
        @Nullable ReversalDocument reversal) {

    static DealDocument of(Deal deal) {
        return new DealDocument(
                deal.dealId(),
                MoneyJson.of(deal.amount()),
                deal.closedOn().toString(),
                deal.engagement() == null ? null : EngagementDocument.of(deal.engagement()),
                deal.credit().stream().map(CreditDocument::of).toList(),
                deal.revenueShare() == null ? null : deal.revenueShare().toPlainString(),
                deal.recordedAt(),
                deal.recordedIn(),
                deal.fingerprint(),
                deal.reversal() == null ? null : ReversalDocument.of(deal.reversal()));
    }

    Deal toDeal() {
        return new Deal(
                dealId,
                amount.toMoney(),
                LocalDate.parse(closedOn),
                engagement == null ? null : engagement.toEngagement(),
                credit.stream().map(CreditDocument::toShare).toList(),
                revenueShare == null ? null : new BigDecimal(revenueShare),
                recordedAt,
                recordedIn,
                fingerprint,
                reversal == null ? null : reversal.toReversal());
    }

    record EngagementDocument(Engagement.Kind kind, @Nullable String startsOn, @Nullable String endsOn) {

        static EngagementDocument of(Engagement engagement) {
            return new EngagementDocument(engagement.kind(), text(engagement.startsOn()), text(engagement.endsOn()));
        }

        Engagement toEngagement() {
            return new Engagement(kind, date(startsOn), date(endsOn));
        }

        private static @Nullable String text(@Nullable LocalDate date) {
            return date == null ? null : date.toString();
        }

        private static @Nullable LocalDate date(@Nullable String text) {
            return text == null ? null : LocalDate.parse(text);
        }
    }

    record CreditDocument(String partnerId, String role, String share) {

        static CreditDocument of(CreditShare credit) {
            return new CreditDocument(
                    credit.partnerId(), credit.role(), credit.share().toPlainString());
        }

        CreditShare toShare() {
            return new CreditShare(partnerId, role, new BigDecimal(share));
        }
    }

    record ReversalDocument(Instant at, String reversedOn, Reason reason) {

        static ReversalDocument of(Deal.Reversal reversal) {
            return new ReversalDocument(reversal.at(), reversal.reversedOn().toString(), reversal.reason());
        }

        Deal.Reversal toReversal() {
            return new Deal.Reversal(at, LocalDate.parse(reversedOn), reason);
        }
    }
}
