package io.entente.referral.referral.mongo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent.DealClosed;
import io.entente.referral.referral.ReferralEvent.DealReversed;
import io.entente.referral.referral.facts.Consent;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Deal;
import io.entente.referral.referral.facts.Engagement;
import io.entente.referral.referral.facts.Involvement;
import io.entente.referral.referral.mongo.ReferralJson.About;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of what is told of deals: commission is earned by it, and taken back. */
final class DealJson {

    private DealJson() {}

    record CreditJson(String partnerId, String role, String share) {

        static List<CreditJson> of(List<CreditShare> credit) {
            return credit.stream()
                    .map(share -> new CreditJson(
                            share.partnerId(), share.role(), share.share().toPlainString()))
                    .toList();
        }
    }

    record Closed(
            @JsonUnwrapped About about,
            String dealId,
            Involvement involvement,
            MoneyJson amount,
            LocalDate closedOn,
            @Nullable Engagement engagement,
            List<CreditJson> credit,
            @Nullable Consent consent,
            @Nullable String revenueShare) {

        static Closed of(Referral referral, DealClosed event) {
            Deal deal = event.deal();
            return new Closed(
                    About.of(referral, event),
                    deal.dealId(),
                    referral.introduction().involvement(),
                    MoneyJson.of(deal.amount()),
                    deal.closedOn(),
                    deal.engagement(),
                    CreditJson.of(deal.credit()),
                    event.consent(),
                    deal.revenueShare() == null ? null : deal.revenueShare().toPlainString());
        }
    }

    record Reversed(
            @JsonUnwrapped About about,
            String dealId,
            MoneyJson amount,
            MoneyJson dealAmount,
            LocalDate reversedOn,
            String reason) {

        static Reversed of(Referral referral, DealReversed event) {
            MoneyJson whole = MoneyJson.of(event.deal().amount());
            return new Reversed(
                    About.of(referral, event),
                    event.deal().dealId(),
                    whole,
                    whole,
                    event.reversal().reversedOn(),
                    event.reversal().reason().text());
        }
    }
}
