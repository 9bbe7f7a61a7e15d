package io.entente.referral.referral.commands;

import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.ReferralAccepted;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import java.util.EnumSet;
import java.util.Set;

/** Accepts a referral. The claim on the client is protected from now on. */
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
        return new Effect.Published(new ReferralAccepted(
                now, accepted.protectedUntil(), draft.referral().openConflicts().isContested()));
    }
}
