package io.entente.referral.deals;

import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;

/** A deal was closed on a referral that wasn't WON. The deal announces itself, so the referral only records it. */
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
                now.actor(),
                ReferralStatus.WON,
                false,
                DealEvent.DealClosed.details(deal)));
    }
}
