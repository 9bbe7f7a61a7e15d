package io.entente.referral.deals;

import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;

/**
 * Moves a referral to WON because a deal was closed on it. The deal publishes its own event, so the referral only
 * records the change.
 */
public record WinReferral(Deal deal) implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.WIN;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return referral.status() == ReferralStatus.WON;
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        draft.outcome(null).duplicateOf(null);
        return new Effect.Recorded(new HistoryEntry(
                now.at(),
                DealEvent.DealClosed.WHAT,
                now.actor().value(),
                ReferralStatus.WON,
                false,
                DealEvent.DealClosed.details(deal)));
    }
}
