package io.entente.referral.submission;

import io.entente.referral.submission.Referral.Acceptance;
import io.entente.referral.submission.ReferralEvent.ReferralAccepted;
import java.util.EnumSet;
import java.util.Set;

/**
 * A referral is taken on, and the claim on the client is protected from now on.
 */
public record AcceptReferral() implements ReferralCommand {

    private static final Set<ReferralStatus> ACCEPTED_BEFORE = EnumSet.of(
            ReferralStatus.ACCEPTED,
            ReferralStatus.CONTACTED,
            ReferralStatus.MEETING_HELD,
            ReferralStatus.PROPOSAL_SENT,
            ReferralStatus.WON);

    @Override
    public CommandName name() {
        return CommandName.ACCEPT;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return ACCEPTED_BEFORE.contains(referral.status());
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        Acceptance accepted = new Acceptance(now.at(), terms.protectedUntil(now.at()));
        draft.acceptance(accepted);
        return new Effect.Told(new ReferralAccepted(now, accepted.protectedUntil()));
    }
}
