package io.entente.referral.protection;

import io.entente.platform.domain.FieldError;
import io.entente.referral.referral.ClaimEvent.ProtectionExtended;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Extends the protection of the claim on the client.
 *
 * @param until the new end, later than the present one
 * @param reason for the partner to read; absent if none was given
 */
public record ExtendProtection(Instant until, @Nullable String reason) implements ReferralCommand {

    /**
     * The longest protection, counted from now. A claim that holds for longer keeps everybody else away from a client
     * that nobody serves.
     */
    private static final Duration LONGEST = Duration.ofDays(366);

    @Override
    public CommandName name() {
        return CommandName.EXTEND_PROTECTION;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        Acceptance acceptance = referral.acceptance();
        return acceptance != null && acceptance.protectedUntil().equals(until);
    }

    @Override
    public List<FieldError> badFields(Referral referral, Instant now) {
        return tooLong(until, now);
    }

    /** Returns an error if the new end is too far away. */
    static List<FieldError> tooLong(Instant until, Instant now) {
        return until.isAfter(now.plus(LONGEST))
                ? List.of(new FieldError("until", "must be within %d days".formatted(LONGEST.toDays())))
                : List.of();
    }

    @Override
    public Optional<String> refusal(Referral referral) {
        Acceptance acceptance = referral.acceptance();
        return acceptance == null || acceptance.protectedUntil().isAfter(until)
                ? Optional.of("The claim is already protected until %s."
                        .formatted(acceptance == null ? "an unknown time" : acceptance.protectedUntil()))
                : Optional.empty();
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        Acceptance acceptance = draft.referral().acceptance();
        if (acceptance == null) {
            throw new IllegalStateException("refused before: not accepted");
        }
        draft.acceptance(new Acceptance(acceptance.at(), until));
        return new Effect.Published(new ProtectionExtended(now, until, acceptance.protectedUntil(), reason));
    }
}
