package io.entente.referral.referral.commands;

import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.ReferralReopened;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Progress;
import io.entente.referral.referral.facts.Reason;
import java.util.Optional;

/**
 * Reopens a lost or expired referral for another review. An answer is owed, and the claim isn't protected until the
 * referral is accepted again.
 *
 * @param reason for the partner to read
 */
public record ReopenReferral(Reason reason) implements ReferralCommand {

    /** The maximum number of times that a referral can be reopened. After that, a new submission is better. */
    private static final int MAX_PER_REFERRAL = 20;

    @Override
    public CommandName name() {
        return CommandName.REOPEN;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return referral.status() == ReferralStatus.REOPENED;
    }

    @Override
    public Optional<String> refusal(Referral referral) {
        long before = referral.history().stream()
                .filter(entry -> entry.status() == ReferralStatus.REOPENED
                        && entry.what().equals("referral-reopened"))
                .count();
        return before < MAX_PER_REFERRAL
                ? Optional.empty()
                : Optional.of("The referral was reopened %d times, which is the maximum. Submit another referral."
                        .formatted(MAX_PER_REFERRAL));
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        draft.acceptance(null).outcome(null).progress(Progress.NONE);
        return new Effect.Published(
                new ReferralReopened(now, reason, draft.referral().responseDueAt()));
    }
}
