package io.entente.referral.protection;

import io.entente.platform.domain.FieldError;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.ClaimEvent.ExtensionRequested;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.ExtensionAsked;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Requests a longer protection for whoever introduced the client. The firm answers with {@link ExtendProtection} or
 * {@link RefuseExtension}; until then the protection keeps its present end.
 *
 * @param until later than the present end of the protection
 * @param reason why the client needs more time; a request with another reason replaces the one before
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
                    "until",
                    "must be after %s, the present end of the protection".formatted(acceptance.protectedUntil())));
        }
        return ExtendProtection.tooLong(until, now);
    }

    @Override
    public Optional<String> refusal(Referral referral) {
        return referral.introduction().direction() == Direction.OUTBOUND
                ? Optional.of("The firm introduced this client itself, so there is no protection to extend.")
                : Optional.empty();
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        return new Effect.Published(new ExtensionRequested(now, until, reason));
    }

    @Override
    public String toString() {
        return "RequestExtension[until %s]".formatted(until);
    }
}
