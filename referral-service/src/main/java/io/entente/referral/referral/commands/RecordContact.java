package io.entente.referral.referral.commands;

import io.entente.platform.domain.FieldError;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.ClientContacted;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Records the first contact with the client. */
public record RecordContact(LocalDate contactedOn) implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.CONTACT;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        // A later stage also implies that the client was contacted. In that stage, the same day means a repetition, and
        // another day means a mistake.
        return referral.status() == ReferralStatus.CONTACTED
                || (referral.status() != ReferralStatus.ACCEPTED
                        && contactedOn.equals(referral.progress().contactedOn()));
    }

    @Override
    public List<FieldError> badFields(Referral referral, Instant now) {
        return Today.futureDate("contactedOn", contactedOn, now);
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        draft.progress(draft.referral().progress().contacted(contactedOn));
        return new Effect.Published(new ClientContacted(now, contactedOn));
    }
}
