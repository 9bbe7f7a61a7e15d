package io.entente.referral.submission;

import io.entente.platform.domain.FieldError;
import io.entente.referral.submission.ReferralEvent.ProposalSent;
import java.time.Instant;
import java.util.List;

/**
 * The client got a proposal; a later one replaces those before.
 */
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
        return new Effect.Told(new ProposalSent(now, proposal));
    }
}
