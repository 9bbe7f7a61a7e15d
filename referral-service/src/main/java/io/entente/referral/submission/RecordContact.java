package io.entente.referral.submission;

import io.entente.platform.domain.FieldError;
import io.entente.referral.submission.ReferralEvent.ClientContacted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The client was spoken with for the first time.
 */
public record RecordContact(LocalDate contactedOn) implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.CONTACT;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        // A later stage says all the more that the client was spoken with; the day alone tells a repetition from a
        // mistake.
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
        return new Effect.Told(new ClientContacted(now, contactedOn));
    }
}
