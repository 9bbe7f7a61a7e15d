package io.entente.referral.deals.mongo;

import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.Engagement;
import io.entente.referral.deals.lists.ListedEarlyDeal;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Origin;
import io.entente.referral.referral.facts.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a deal. Dates are text, because the store's dates are instants and a time zone would shift them.
 *
 * @param place the position among the deals of the referral: the time of recording, then the id
 * @param service absent if it is the one that the referral names, and in documents of earlier versions
 * @param corrections absent if there are none, and in documents of earlier versions
 * @param winPending when the deal was stored, as long as the state of its referral may still have to follow it; absent afterwards,
 *     for a sparse index
 * @param earlyPlace only in documents of earlier versions: present if the deal closed before its referral was submitted
 * @param closedBeforeSubmission whether the deal closed before its referral was submitted; absent if it didn't, and in documents of
 *     earlier versions, in which a deal that isn't reversed has an early place
 * @param list present if the deal closed before its referral was submitted and is not reversed
 */
record DealDocument(
        @Id String id,
        long version,
        long sequence,
        String referralId,
        String partnerId,
        String place,
        MoneyJson amount,
        String closedOn,
        @Nullable EngagementDocument engagement,
        List<CreditDocument> credit,
        @Nullable String revenueShare,
        @Nullable String service,
        Instant recordedAt,
        long recordedIn,
        String recordedBy,
        Origin origin,
        String fingerprint,
        @Nullable ReversalDocument reversal,
        @Nullable List<CorrectionDocument> corrections,
        @Nullable Instant winPending,
        @Nullable String earlyPlace,
        @Nullable Boolean closedBeforeSubmission,
        @Nullable ListEntry list,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    static DealDocument of(Deal deal, @Nullable Outbox outbox, Instant now) {
        return new DealDocument(
                deal.dealId(),
                deal.version(),
                deal.sequence(),
                deal.referralId().value(),
                deal.partnerId(),
                place(deal.recordedAt(), deal.dealId()),
                MoneyJson.of(deal.amount()),
                deal.closedOn().toString(),
                deal.engagement() == null ? null : EngagementDocument.of(deal.engagement()),
                deal.credit().stream().map(CreditDocument::of).toList(),
                deal.revenueShare() == null ? null : deal.revenueShare().toPlainString(),
                deal.service(),
                deal.recordedAt(),
                deal.recordedIn(),
                deal.recordedBy(),
                deal.origin(),
                deal.fingerprint(),
                deal.reversal() == null ? null : ReversalDocument.of(deal.reversal()),
                deal.corrections().isEmpty()
                        ? null
                        : deal.corrections().stream()
                                .map(CorrectionDocument::of)
                                .toList(),
                deal.winPending() ? now : null,
                null,
                deal.closedBeforeSubmission() ? true : null,
                ListedEarlyDeal.of(deal),
                outbox);
    }

    Deal toDeal() {
        return new Deal(
                id,
                version,
                sequence,
                new ReferralId(referralId),
                partnerId,
                amount.toMoney(),
                LocalDate.parse(closedOn),
                engagement == null ? null : engagement.toEngagement(),
                credit.stream().map(CreditDocument::toShare).toList(),
                revenueShare == null ? null : new BigDecimal(revenueShare),
                service,
                recordedAt,
                recordedIn,
                recordedBy,
                origin,
                fingerprint,
                reversal == null ? null : reversal.toReversal(),
                corrections == null
                        ? List.of()
                        : corrections.stream()
                                .map(CorrectionDocument::toCorrection)
                                .toList(),
                winPending != null,
                earlyPlace != null || Boolean.TRUE.equals(closedBeforeSubmission));
    }

    static String place(Instant recordedAt, String dealId) {
        return "%014d-%s".formatted(recordedAt.toEpochMilli(), dealId);
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

    /** @param resumesReferral absent if it didn't, and in documents of earlier versions */
    record ReversalDocument(
            Instant at, String reversedOn, Reason reason, String by, @Nullable Boolean resumesReferral) {

        static ReversalDocument of(Deal.Reversal reversal) {
            return new ReversalDocument(
                    reversal.at(),
                    reversal.reversedOn().toString(),
                    reversal.reason(),
                    reversal.by(),
                    reversal.resumesReferral() ? true : null);
        }

        Deal.Reversal toReversal() {
            return new Deal.Reversal(at, LocalDate.parse(reversedOn), reason, by, Boolean.TRUE.equals(resumesReferral));
        }
    }
}
