package io.entente.referral.submission;

import io.entente.referral.submission.Referral.Outcome;
import io.entente.referral.submission.ReferralEvent.ReferralDeclined;
import org.jspecify.annotations.Nullable;

/**
 * A referral isn't taken on.
 *
 * @param reason put so that the partner learns from it
 * @param alternative whom or what the client may try instead
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
        return new Effect.Told(new ReferralDeclined(now, reason, alternative));
    }
}
