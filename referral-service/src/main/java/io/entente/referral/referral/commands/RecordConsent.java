package io.entente.referral.referral.commands;

import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.ConsentRecorded;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Consent;
import io.entente.referral.referral.facts.Occurrence;

/** Records what the client was told and agreed to. */
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
        return new Effect.Published(new ConsentRecorded(now, consent));
    }
}
