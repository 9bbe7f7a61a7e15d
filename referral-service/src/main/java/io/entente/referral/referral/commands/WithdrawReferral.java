package io.entente.referral.referral.commands;

import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Outcome;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.ReferralWithdrawn;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Withdraws a referral on behalf of whoever introduced the client.
 *
 * @param reason absent if none was given
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
        return new Effect.Published(new ReferralWithdrawn(now, reason));
    }
}
