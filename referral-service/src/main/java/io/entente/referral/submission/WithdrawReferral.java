package io.entente.referral.submission;

import io.entente.referral.submission.Referral.Outcome;
import io.entente.referral.submission.ReferralEvent.ReferralWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * Whoever introduced the client takes the referral back.
 *
 * @param reason absent where none was given
 */
public record WithdrawReferral(@Nullable Reason reason) implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.WITHDRAW;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return referral.status() == ReferralStatus.WITHDRAWN;
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        draft.outcome(new Outcome(now.at(), reason, null));
        return new Effect.Told(new ReferralWithdrawn(now, reason));
    }
}
