package io.entente.referral.deals;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.dates.EnteredDates;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Occurrence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Records what the client bought.
 *
 * @param dealId unique in the whole program
 * @param amount more than zero, before tax
 * @param credit shares that add up to exactly 1; if empty, the credit of the referral applies, or else its partner gets
 *     all of it
 * @param revenueShare the partner's share of the revenue, agreed for this deal alone, as a fraction of 1
 * @param fingerprint hash of the request, by which a repeated request is recognized
 */
public record CloseDeal(
        String dealId,
        Money amount,
        LocalDate closedOn,
        @Nullable Engagement engagement,
        List<CreditShare> credit,
        @Nullable BigDecimal revenueShare,
        String fingerprint) {

    /** No deal closed earlier. */
    public static final LocalDate EARLIEST = EnteredDates.EARLIEST;

    public CloseDeal {
        credit = List.copyOf(credit);
    }

    /** Creates the deal. The state of the referral must allow it. */
    public Change<Deal, DealEvent> on(Referral referral, Occurrence now) {
        boolean wins = referral.status() != ReferralStatus.WON;
        Deal deal = new Deal(
                dealId,
                1,
                1,
                referral.id(),
                referral.introduction().partnerId(),
                amount,
                closedOn,
                engagement,
                creditOf(referral, credit),
                revenueShare,
                null,
                now.at(),
                wins ? referral.version() + 1 : referral.version(),
                now.actor().value(),
                now.origin(),
                fingerprint,
                null,
                List.of(),
                wins,
                Deal.isBefore(closedOn, referral));
        return Change.of(deal, new DealEvent.DealClosed(new DealEvent.About(now, referral), deal));
    }

    /** Returns the credit for a deal: the credit that was named or, if it is empty, that of the referral. */
    public static List<CreditShare> creditOf(Referral referral, List<CreditShare> named) {
        if (!named.isEmpty()) {
            return named;
        }
        return referral.credit().isEmpty()
                ? List.of(CreditShare.whole(referral.introduction().partnerId()))
                : referral.credit();
    }
}
