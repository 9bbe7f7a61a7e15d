package io.entente.referral.deals.mongo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.DealEvent;
import io.entente.referral.deals.DealEvent.DealClosed;
import io.entente.referral.deals.DealEvent.DealReversed;
import io.entente.referral.deals.Engagement;
import io.entente.referral.referral.facts.Consent;
import io.entente.referral.referral.facts.Involvement;
import io.entente.referral.referral.view.AboutReferral;
import io.entente.referral.referral.view.CreditView;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the data of the events of deals, as {@code contracts/schemas/referral.deal-*.v1.json} specify it. */
final class DealJson {

    private DealJson() {}

    static Object of(DealEvent event) {
        return event instanceof DealReversed reversed ? Reversed.of(reversed) : Closed.of((DealClosed) event);
    }

    private static AboutReferral about(DealEvent event) {
        return AboutReferral.of(event.about().referral(), event.about().occurrence());
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
            Deal deal = event.deal();
            return new Closed(
                    DealJson.about(event),
                    deal.dealId(),
                    event.about().referral().introduction().involvement(),
                    MoneyJson.of(deal.amount()),
                    deal.closedOn(),
                    deal.engagement(),
                    CreditView.of(deal.credit()),
                    event.about().referral().consent(),
                    deal.revenueShare() == null ? null : deal.revenueShare().toPlainString());
        }
    }

    record Reversed(
            @JsonUnwrapped AboutReferral about,
            String dealId,
            MoneyJson amount,
            MoneyJson dealAmount,
            LocalDate reversedOn,
            String reason) {

        static Reversed of(DealReversed event) {
            MoneyJson whole = MoneyJson.of(event.deal().amount());
            return new Reversed(
                    DealJson.about(event),
                    event.deal().dealId(),
                    whole,
                    whole,
                    event.reversal().reversedOn(),
                    event.reversal().reason().text());
        }
    }
}
