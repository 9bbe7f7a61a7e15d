package io.entente.referral.referral.commands;

import io.entente.platform.domain.FieldError;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.MeetingHeld;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Records a meeting with the client. */
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
        return new Effect.Published(new MeetingHeld(now, heldOn));
    }
}
