package io.entente.referral.protection;

import io.entente.referral.referral.ClaimEvent.ProtectionExpiring;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import java.time.Instant;
import java.util.Optional;

/**
 * Reminds the partner that the protection of the claim is about to run out, so that it can request an extension.
 *
 * @param protectedUntil the end of the protection when the reminder was planned; the command is refused if the end has
 *     changed
 * @param due when the reminder was due; there is one reminder for each due date
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
                ? Optional.of("The protection of the claim no longer ends at %s.".formatted(protectedUntil))
                : Optional.empty();
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        return new Effect.Published(new ProtectionExpiring(now, protectedUntil, due));
    }
}
