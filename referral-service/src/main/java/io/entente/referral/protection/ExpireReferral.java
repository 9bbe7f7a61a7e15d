package io.entente.referral.protection;

import io.entente.referral.referral.ClaimEvent.ReferralExpired;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.Referral.Outcome;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends a referral whose protection has run out without a deal.
 *
 * @param asOf the end of the protection that has come; the command is refused if the referral is protected for longer
 */
public record ExpireReferral(Instant asOf) implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.EXPIRE;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return referral.status() == ReferralStatus.EXPIRED;
    }

    @Override
    public Optional<String> refusal(Referral referral) {
        Acceptance acceptance = referral.acceptance();
        return acceptance != null && acceptance.protectedUntil().isAfter(asOf)
                ? Optional.of("The claim is protected until %s.".formatted(acceptance.protectedUntil()))
                : Optional.empty();
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        Acceptance acceptance = draft.referral().acceptance();
        draft.outcome(new Outcome(now.at(), null, null));
        return new Effect.Published(new ReferralExpired(now, acceptance == null ? null : acceptance.protectedUntil()));
    }
}
