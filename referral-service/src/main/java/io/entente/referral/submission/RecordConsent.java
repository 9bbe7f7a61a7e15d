package io.entente.referral.submission;

import io.entente.referral.submission.ReferralEvent.ConsentRecorded;

/**
 * What the client was told and agreed to is put on record.
 */
public record RecordConsent(Consent consent) implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.CONSENT;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return consent.equals(referral.consent());
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        draft.consent(consent);
        return new Effect.Told(new ConsentRecorded(now, consent));
    }
}
