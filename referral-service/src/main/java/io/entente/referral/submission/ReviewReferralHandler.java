package io.entente.referral.submission;

import io.entente.messaging.aggregate.Change;
import io.entente.messaging.aggregate.ConcurrentChanges;
import io.entente.messaging.aggregate.Decision;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** The firm's answer to a submission: accepted or declined. */
public final class ReviewReferralHandler {

    private final Referrals referrals;
    private final ReferralPolicy policy;
    private final Clock clock;

    public ReviewReferralHandler(Referrals referrals, ReferralPolicy policy, Clock clock) {
        this.referrals = referrals;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Accepts a referral.
     *
     * @param precondition throws where the caller decided on another version
     * @return empty where there is no such referral
     */
    public Optional<Decision<Referral>> accept(ReferralId id, Consumer<Referral> precondition) {
        return change(id, precondition, referral -> referral.accept(Occurrence.live(clock), policy));
    }

    /** Declines a referral; as {@link #accept}. */
    public Optional<Decision<Referral>> decline(
            ReferralId id, DeclineReferral command, Consumer<Referral> precondition) {
        return change(id, precondition, referral -> referral.decline(command, Occurrence.live(clock)));
    }

    private Optional<Decision<Referral>> change(
            ReferralId id,
            Consumer<Referral> precondition,
            Function<Referral, Decision<Change<Referral, ReferralEvent>>> command) {
        return ConcurrentChanges.decideAgain(() -> referrals.find(id).map(referral -> {
            precondition.accept(referral);
            return stored(command.apply(referral));
        }));
    }

    private Decision<Referral> stored(Decision<Change<Referral, ReferralEvent>> decision) {
        if (decision instanceof Decision.Rejected<Change<Referral, ReferralEvent>> rejected) {
            return Decision.rejected(rejected.reason());
        }
        Change<Referral, ReferralEvent> change =
                ((Decision.Allowed<Change<Referral, ReferralEvent>>) decision).outcome();
        if (!change.isNothing()) {
            CompletableFuture<Void> unused = referrals.update(change);
        }
        return Decision.allowed(change.state());
    }
}
