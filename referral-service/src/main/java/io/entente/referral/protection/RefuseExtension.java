package io.entente.referral.protection;

import io.entente.referral.referral.ClaimEvent.ExtensionRefused;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.ExtensionAsked;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import java.util.Optional;

/**
 * Refuses the longer protection that the partner requested. The protection keeps its present end.
 *
 * @param reason for the partner to read
 */
public record RefuseExtension(String reason) implements ReferralCommand {

    private static final String REFUSED = "extension-refused";

    @Override
    public CommandName name() {
        return CommandName.REFUSE_EXTENSION;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return ExtensionAsked.on(referral).isEmpty()
                && referral.history().stream()
                        .filter(entry -> entry.what().equals(REFUSED))
                        .reduce((earlier, later) -> later)
                        .filter(last -> reason.equals(last.details().get(ExtensionAsked.REASON)))
                        .isPresent();
    }

    @Override
    public Optional<String> refusal(Referral referral) {
        return ExtensionAsked.on(referral).isPresent()
                ? Optional.empty()
                : Optional.of("There is no open request for a longer protection of this referral.");
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        return new Effect.Published(new ExtensionRefused(now, reason));
    }
}
