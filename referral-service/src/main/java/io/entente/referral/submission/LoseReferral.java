package io.entente.referral.submission;

import io.entente.referral.submission.Referral.Outcome;
import io.entente.referral.submission.ReferralEvent.ReferralLost;

/**
 * The client doesn't buy.
 *
 * @param reason put so that the partner learns from it
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
        return new Effect.Told(new ReferralLost(now, reason));
    }
}
