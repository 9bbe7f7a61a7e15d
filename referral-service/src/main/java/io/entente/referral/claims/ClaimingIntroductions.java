package io.entente.referral.claims;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Receipt;
import io.entente.referral.attribution.Attribution;
import io.entente.referral.attribution.Attribution.Attempt;
import io.entente.referral.attribution.ClaimResult.Contested;
import io.entente.referral.attribution.ClaimResult.Repeated;
import io.entente.referral.attribution.ClaimResult.Reserved;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.Introductions;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Occurrence;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Claims the client of each new inbound referral before the referral is stored. */
public final class ClaimingIntroductions implements Introductions {

    private final Referrals referrals;
    private final Attribution attribution;
    private final AttributionPolicies policies;

    public ClaimingIntroductions(Referrals referrals, Attribution attribution, AttributionPolicies policies) {
        this.referrals = referrals;
        this.attribution = attribution;
        this.policies = policies;
    }

    @Override
    public Added add(
            Change<Referral, ReferralEvent> submitted,
            Occurrence now,
            Terms terms,
            boolean isNewId,
            Function<Referral, Receipt> receipt) {
        Referral referral = submitted.state();
        // A referral that was stored before must not claim its client again, because it may have ended since.
        Optional<Receipt> before = isNewId ? Optional.empty() : referrals.receipt(referral.id());
        if (before.isPresent()) {
            return new Added.Known(before.get());
        }
        if (referral.introduction().direction() == Direction.OUTBOUND) {
            return write(submitted, receipt);
        }
        Introduction introduction = ReferralClaimants.introduction(referral, policies);
        Attempt attempt = attribution.introduce(introduction);
        if (attempt.result() instanceof Repeated repeated) {
            return new Added.Repeated(repeated.first().referralId(), repeated.state());
        }
        if (attempt.result() instanceof Reserved reserved) {
            return new Added.Reserved(reserved.until());
        }
        Added added = write(contested(submitted, attempt, now, terms), receipt);
        attribution.introduced(attempt);
        return added;
    }

    @Override
    public Optional<Added.Repeated> repetition(String partnerId, Client client) {
        return attribution
                .repetition(partnerId, ReferralClaimants.identity(client, policies))
                .map(repeated -> new Added.Repeated(repeated.first().referralId(), repeated.state()));
    }

    private Added write(Change<Referral, ReferralEvent> submitted, Function<Referral, Receipt> receipt) {
        Referral referral = submitted.state();
        Optional<CompletableFuture<Void>> added = referrals.add(submitted, receipt.apply(referral));
        return added.isPresent()
                ? new Added.Written(referral)
                : new Added.Known(referrals.receipt(referral.id()).orElseThrow());
    }

    private static Change<Referral, ReferralEvent> contested(
            Change<Referral, ReferralEvent> submitted, Attempt attempt, Occurrence now, Terms terms) {
        if (!(attempt.result() instanceof Contested contested)) {
            return submitted;
        }
        DetectConflict conflict =
                ReferralClaimants.detected(submitted.state().id().value(), contested.conflict(), false);
        Occurrence found = new Occurrence(now.at(), Actor.SYSTEM, now.origin());
        Decision<Change<Referral, ReferralEvent>> both =
                Referral.inOneWrite(submitted, 1, List.of(referral -> referral.take(conflict, found, terms)));
        return both.orElseThrow();
    }
}
