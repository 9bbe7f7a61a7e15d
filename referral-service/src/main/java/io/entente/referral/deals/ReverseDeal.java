package io.entente.referral.deals;

import io.entente.platform.domain.FieldError;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.DealReversed;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Deal;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Reason;
import io.entente.referral.referral.facts.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A deal is undone, whole: a compensating event, never an edit.
 *
 * @param reversedOn the day from which it counts as undone
 */
public record ReverseDeal(String dealId, Reason reason, LocalDate reversedOn) implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.REVERSE_DEAL;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return referral.deal(dealId).map(deal -> deal.reversal() != null).orElse(false);
    }

    @Override
    public List<FieldError> badFields(Referral referral, Instant now) {
        Deal deal = referral.deal(dealId).orElse(null);
        if (deal == null) {
            return List.of(new FieldError("dealId", "is no deal of this referral"));
        }
        return reversedOn.isBefore(deal.closedOn())
                ? List.of(
                        new FieldError("reversedOn", "must not be before the deal, which closed on " + deal.closedOn()))
                : Today.futureDate("reversedOn", reversedOn, now);
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        Deal.Reversal reversal = new Deal.Reversal(now.at(), reversedOn, reason);
        Deal reversed = draft.referral().deal(dealId).orElseThrow().reversed(reversal);
        draft.deals(draft.referral().deals().stream()
                .map(deal -> deal.dealId().equals(dealId) ? reversed : deal)
                .toList());
        return new Effect.Told(new DealReversed(now, reversed, reversal));
    }
}
