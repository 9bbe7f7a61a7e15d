package io.entente.referral.referral.commands;

import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Outcome;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.ReferralLost;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Reason;

/**
 * Records that the client doesn't buy.
 *
 * @param reason worded so that the partner can learn from it
 */
public record LoseReferral(Reason reason) implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.LOSE;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        Outcome outcome = referral.outcome();
        return referral.status() == ReferralStatus.LOST && outcome != null && reason.equals(outcome.why());
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        draft.outcome(new Outcome(now.at(), reason, null));
        return new Effect.Published(new ReferralLost(now, reason));
    }
}
