package io.entente.referral.deals.mongo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.DealCorrection;
import io.entente.referral.deals.DealDetails;
import io.entente.referral.deals.DealEvent;
import io.entente.referral.deals.DealEvent.DealClosed;
import io.entente.referral.deals.DealEvent.DealCorrected;
import io.entente.referral.deals.DealEvent.DealReversed;
import io.entente.referral.deals.Engagement;
import io.entente.referral.referral.facts.Consent;
import io.entente.referral.referral.facts.Involvement;
import io.entente.referral.referral.view.AboutReferral;
import io.entente.referral.referral.view.CreditView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the data of the events of deals, as {@code contracts/schemas/referral.deal-*.v1.json} specify it. */
final class DealJson {

    private DealJson() {}

    static Object of(DealEvent event) {
        if (event instanceof DealReversed reversed) {
            return Reversed.of(reversed);
        }
        return event instanceof DealCorrected corrected ? Corrected.of(corrected) : Closed.of((DealClosed) event);
    }

    private static AboutReferral about(DealEvent event) {
        return AboutReferral.of(
                event.about().referral(),
                event.about().occurrence(),
                service(event, event.deal().service()));
    }

    private static String service(DealEvent event, @Nullable String ofDeal) {
        return ofDeal == null ? event.about().referral().introduction().service() : ofDeal;
    }

    private static @Nullable String text(@Nullable BigDecimal fraction) {
        return fraction == null ? null : fraction.toPlainString();
    }

    record Closed(
            @JsonUnwrapped AboutReferral about,
            String dealId,
            Involvement involvement,
            MoneyJson amount,
            LocalDate closedOn,
            @Nullable Engagement engagement,
            List<CreditView> credit,
            @Nullable Consent consent,
            @Nullable String revenueShare) {

        static Closed of(DealClosed event) {
            return of(event, event.deal());
        }

        static Closed of(DealEvent event, Deal deal) {
            return new Closed(
                    DealJson.about(event),
                    deal.dealId(),
                    event.about().referral().introduction().involvement(),
                    MoneyJson.of(deal.amount()),
                    deal.closedOn(),
                    deal.engagement(),
                    CreditView.of(deal.credit()),
                    event.about().referral().consent(),
                    text(deal.revenueShare()));
        }
    }

    /** @param number number of the correction among those of the deal, from 1 */
    record Corrected(
            @JsonUnwrapped Closed deal,
            DealCorrection.Kind kind,
            List<String> changed,
            Before before,
            int number,
            @Nullable String reason) {

        static Corrected of(DealCorrected event) {
            DealCorrection correction = event.correction();
            return new Corrected(
                    Closed.of(event, event.deal()),
                    correction.kind(),
                    correction.changed().stream()
                            .sorted()
                            .map(DealDetails.Name::wireName)
                            .toList(),
                    Before.of(event, correction.before()),
                    event.deal().corrections().size(),
                    correction.reason());
        }
    }

    /** The details of a deal before a correction. */
    record Before(
            MoneyJson amount,
            LocalDate closedOn,
            String service,
            @Nullable Engagement engagement,
            List<CreditView> credit,
            @Nullable String revenueShare) {

        static Before of(DealEvent event, DealDetails before) {
            return new Before(
                    MoneyJson.of(before.amount()),
                    before.closedOn(),
                    DealJson.service(event, before.service()),
                    before.engagement(),
                    CreditView.of(before.credit()),
                    text(before.revenueShare()));
        }
    }

    record Reversed(
            @JsonUnwrapped AboutReferral about,
            String dealId,
            MoneyJson amount,
            MoneyJson dealAmount,
            List<CreditView> credit,
            LocalDate reversedOn,
            String reason,
            @Nullable Boolean referralResumes,
            @Nullable Instant protectedUntil) {

        static Reversed of(DealReversed event) {
            MoneyJson whole = MoneyJson.of(event.deal().amount());
            return new Reversed(
                    DealJson.about(event),
                    event.deal().dealId(),
                    whole,
                    whole,
                    CreditView.of(event.deal().credit()),
                    event.reversal().reversedOn(),
                    event.reversal().reason().text(),
                    event.reversal().resumesReferral() ? true : null,
                    event.protectedUntil());
        }
    }
}
