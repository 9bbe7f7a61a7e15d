package io.entente.referral.referral.commands;

import io.entente.platform.domain.FieldError;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.ProposalSent;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Progress;
import io.entente.referral.referral.facts.Today;
import java.time.Instant;
import java.util.List;

/** Records that the client got a proposal. A later proposal replaces the earlier ones. */
public record RecordProposal(Progress.Proposal proposal) implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.PROPOSAL;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return referral.progress().proposals().contains(proposal);
    }

    @Override
    public List<FieldError> badFields(Referral referral, Instant now) {
        return Today.futureDate("sentOn", proposal.sentOn(), now);
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        draft.progress(draft.referral().progress().proposed(proposal));
        return new Effect.Published(new ProposalSent(now, proposal));
    }
}
