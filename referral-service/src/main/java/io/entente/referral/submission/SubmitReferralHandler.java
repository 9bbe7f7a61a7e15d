package io.entente.referral.submission;

import io.entente.messaging.aggregate.Change;
import io.entente.messaging.aggregate.Decision;
import io.entente.messaging.rest.Actor;
import io.entente.messaging.rest.Receipt;
import io.entente.referral.partners.Arrivals;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes a submission in: from a partner that is ACTIVE, and once however often it is sent. */
public final class SubmitReferralHandler {

    private final Referrals referrals;
    private final KnownPartners partners;
    private final ReferralPolicy policy;
    private final Clock clock;

    public SubmitReferralHandler(Referrals referrals, KnownPartners partners, ReferralPolicy policy, Clock clock) {
        this.referrals = referrals;
        this.partners = partners;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * What became of a submission.
     *
     * @param submitted the new referral; absent where the same request came before
     * @param before what was answered then
     */
    public record Submission(@Nullable Referral submitted, @Nullable Receipt before) {}

    /**
     * Submits a referral.
     *
     * @param receipt what will be answered, to be kept with the referral
     * @return refused for the sake of the partner only
     */
    public Decision<Submission> handle(
            ReferralId id, SubmitReferral command, Actor actor, Function<Referral, Receipt> receipt) {
        Optional<KnownPartner> partner = Arrivals.await(
                () -> partners.find(command.partnerId()),
                found -> found.map(KnownPartner::isActive).orElse(false),
                policy.profilePatience());
        if (partner.isEmpty() || !partner.get().isActive()) {
            // What was taken in before is answered as it was then, whatever became of the partner.
            return referrals
                    .receipt(id)
                    .<Decision<Submission>>map(before -> Decision.allowed(new Submission(null, before)))
                    .orElseGet(() -> Decision.rejected(refusal(command.partnerId(), partner)));
        }
        Occurrence now = Occurrence.live(clock, actor);
        Terms terms = policy.terms(partner.get().tier());
        Change<Referral, ReferralEvent> submitted = Referral.submit(id, command, now, terms.responseDueAt(now.at()));
        Optional<CompletableFuture<Void>> added = referrals.add(submitted, receipt.apply(submitted.state()));
        return Decision.allowed(
                added.isPresent()
                        ? new Submission(submitted.state(), null)
                        : new Submission(null, referrals.receipt(id).orElseThrow()));
    }

    private static String refusal(String partnerId, Optional<KnownPartner> partner) {
        return partner.map(known -> "is a partner that is %s; only an ACTIVE one refers.".formatted(known.status()))
                .orElse(
                        partnerId
                                + " is no partner of the program. One that was just activated takes a moment to be known here.");
    }
}
