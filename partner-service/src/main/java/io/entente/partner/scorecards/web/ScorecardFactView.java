package io.entente.partner.scorecards.web;

import io.entente.partner.performance.Flow;
import io.entente.partner.performance.PartnerFact;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that a figure is made of.
 *
 * @param id names the referral, the deal, the rating or the promise
 * @param flow who referred the client
 * @param referralId absent if it isn't about a referral
 * @param amount the partner's share of a deal, or what a referral is expected to bring
 * @param reversed how much of a deal was undone
 * @param followUpMinutes from the submission of a referral until somebody followed up
 */
record ScorecardFactView(
        String id,
        PartnerFact.Kind kind,
        Flow flow,
        LocalDate day,
        @Nullable String referralId,
        @Nullable MoneyJson amount,
        @Nullable MoneyJson reversed,
        @Nullable Integer rating,
        @Nullable Long followUpMinutes) {

    static ScorecardFactView of(PartnerFact fact) {
        return new ScorecardFactView(
                fact.id(),
                fact.kind(),
                fact.flow(),
                fact.day(),
                fact.referralId(),
                json(fact.amount()),
                json(fact.reversed()),
                fact.rating(),
                fact.followUpMinutes());
    }

    private static @Nullable MoneyJson json(@Nullable Money money) {
        return money == null ? null : MoneyJson.of(money);
    }
}
