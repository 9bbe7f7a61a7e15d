package io.entente.referral.protection;

import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.ProtectionExpiring;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import java.time.Instant;
import java.util.Optional;

/**
 * The protection of the claim is about to run out; its partner may ask for an extension.
 *
 * @param protectedUntil as it was when the reminder was planned; a referral with another one refuses
 * @param due when it was to be said; of one time there is one reminder
 */
public record RemindOfExpiry(Instant protectedUntil, Instant due) implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.REMIND;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return referral.history().stream()
                .anyMatch(entry -> entry.what().equals(ProtectionExpiring.WHAT)
                        && due.toString().equals(entry.details().get(ProtectionExpiring.DUE)));
    }

    @Override
    public Optional<String> refusal(Referral referral) {
        Acceptance acceptance = referral.acceptance();
        return acceptance == null || !acceptance.protectedUntil().equals(protectedUntil)
                ? Optional.of("The claim isn't protected until %s any more.".formatted(protectedUntil))
                : Optional.empty();
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        return new Effect.Told(new ProtectionExpiring(now, protectedUntil, due));
    }
}
