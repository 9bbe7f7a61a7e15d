package io.entente.referral.deals;

import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.DealClosed;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Deal;
import io.entente.referral.referral.facts.Engagement;
import io.entente.referral.referral.facts.Occurrence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The client bought.
 *
 * @param dealId unique in the whole program
 * @param amount more than zero, before tax
 * @param credit shares that add up to exactly 1; empty for what the referral says, else all to its partner
 * @param revenueShare the partner's part of the revenue, agreed for this deal alone, as a part of 1
 * @param fingerprint of the request, so that the same one is known again
 */
public record CloseDeal(
        String dealId,
        Money amount,
        LocalDate closedOn,
        @Nullable Engagement engagement,
        List<CreditShare> credit,
        @Nullable BigDecimal revenueShare,
        String fingerprint)
        implements ReferralCommand {

    public CloseDeal {
        credit = List.copyOf(credit);
    }

    @Override
    public CommandName name() {
        return CommandName.DEALS;
    }

    /** Never by the referral alone: the same id may come with another body, which {@link CloseDealHandler} tells apart. */
    @Override
    public boolean isDoneIn(Referral referral) {
        return false;
    }

    @Override
    public Optional<String> refusal(Referral referral) {
        return ClosingPolicy.firstRefusal(referral, this);
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        Referral referral = draft.referral();
        Deal deal = new Deal(
                dealId,
                amount,
                closedOn,
                engagement,
                creditOn(referral),
                revenueShare,
                now.at(),
                referral.version(),
                fingerprint,
                null);
        draft.deals(ReferralDraft.and(referral.deals(), deal)).outcome(null);
        return new Effect.Told(new DealClosed(now, deal, referral.consent()));
    }

    private List<CreditShare> creditOn(Referral referral) {
        if (!credit.isEmpty()) {
            return credit;
        }
        return referral.credit().isEmpty()
                ? List.of(CreditShare.whole(referral.introduction().partnerId()))
                : referral.credit();
    }
}
