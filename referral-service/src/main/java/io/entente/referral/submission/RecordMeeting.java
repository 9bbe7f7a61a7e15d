package io.entente.referral.submission;

import io.entente.platform.domain.FieldError;
import io.entente.referral.submission.ReferralEvent.MeetingHeld;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The client was met.
 */
public record RecordMeeting(LocalDate heldOn) implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.MEETING;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return referral.progress().meetings().contains(heldOn);
    }

    @Override
    public List<FieldError> badFields(Referral referral, Instant now) {
        return Today.futureDate("heldOn", heldOn, now);
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        draft.progress(draft.referral().progress().met(heldOn));
        return new Effect.Told(new MeetingHeld(now, heldOn));
    }
}
