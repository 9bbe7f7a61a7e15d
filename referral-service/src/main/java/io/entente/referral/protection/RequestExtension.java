package io.entente.referral.protection;

import io.entente.platform.domain.FieldError;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.ExtensionAsked;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.ExtensionRequested;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whoever introduced the client asks for a longer protection. The firm answers by {@link ExtendProtection} or {@link
 * RefuseExtension}; until then nothing is protected for longer.
 *
 * @param until later than it is protected now
 * @param reason why the client needs longer; a request in other words takes the place of the one before
 */
public record RequestExtension(Instant until, String reason) implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.REQUEST_EXTENSION;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return ExtensionAsked.on(referral)
                .filter(asked -> asked.isFor(until, reason))
                .isPresent();
    }

    @Override
    public List<FieldError> badFields(Referral referral, Instant now) {
        Acceptance acceptance = referral.acceptance();
        if (acceptance != null && !until.isAfter(acceptance.protectedUntil())) {
            return List.of(new FieldError(
                    "until", "must be after %s, until when it is protected".formatted(acceptance.protectedUntil())));
        }
        return ExtendProtection.tooLong(until, now);
    }

    @Override
    public Optional<String> refusal(Referral referral) {
        return referral.introduction().direction() == Direction.OUTBOUND
                ? Optional.of("The firm's own introduction claims no client that could be protected for longer.")
                : Optional.empty();
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        return new Effect.Told(new ExtensionRequested(now, until, reason));
    }

    @Override
    public String toString() {
        return "RequestExtension[until %s]".formatted(until);
    }
}
