package io.entente.referral.referral.commands;

import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Outcome;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.ReferralDeclined;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Declines a referral.
 *
 * @param reason worded so that the partner can learn from it
 * @param alternative another provider or solution that the client may try
 */
public record DeclineReferral(Reason reason, @Nullable String alternative) implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.DECLINE;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        Outcome outcome = referral.outcome();
        return referral.status() == ReferralStatus.DECLINED
                && outcome != null
                && equals(new DeclineReferral(reasonOf(outcome), outcome.alternative()));
    }

    private static Reason reasonOf(Outcome outcome) {
        return outcome.why() == null ? Reason.of("") : outcome.why();
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        draft.outcome(new Outcome(now.at(), reason, alternative));
        return new Effect.Published(new ReferralDeclined(now, reason, alternative));
    }
}
