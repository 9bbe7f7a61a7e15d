package io.entente.referral.referral;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.referral.deals.CloseDealHandler;
import io.entente.referral.referral.facts.Occurrence;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Applies commands to referrals. It reads the referral, decides, and writes the referral with its events. If another
 * write came in between, it reads and decides again. {@link CloseDealHandler} closes deals, because their ids are
 * unique in the whole program.
 */
public final class ReferralCommandHandler {

    private final Referrals referrals;
    private final TermsInForce terms;
    private final Clock clock;

    public ReferralCommandHandler(Referrals referrals, TermsInForce terms, Clock clock) {
        this.referrals = referrals;
        this.terms = terms;
        this.clock = clock;
    }

    /** The result of a command. */
    public sealed interface Answer {

        /**
         * Returns the result if the command was applied. Otherwise throws the exception that the caller makes of the
         * refusal.
         */
        default Done orElseThrow(
                Function<String, RuntimeException> refused, Function<List<FieldError>, RuntimeException> badFields) {
            if (this instanceof Refused refusal) {
                throw refused.apply(refusal.reason());
            }
            if (this instanceof BadFields bad) {
                throw badFields.apply(bad.errors());
            }
            return (Done) this;
        }

        /**
         * The referral is in the state that the command asks for. If {@code again} is true, it was in that state
         * before.
         */
        record Done(Referral referral, boolean again) implements Answer {}

        /** The state of the referral or a rule doesn't allow the command. */
        record Refused(String reason) implements Answer {}

        /** Fields of the command are not acceptable for this referral. */
        record BadFields(List<FieldError> errors) implements Answer {}
    }

    /**
     * Applies a command now.
     *
     * @param precondition throws if the caller decided on another version
     * @return empty if there is no such referral, or if the actor mustn't know of it
     */
    public Optional<Answer> handle(
            ReferralId id, ReferralCommand command, Actor actor, Consumer<Referral> precondition) {
        return handle(id, command, Occurrence.live(clock, actor), precondition);
    }

    /** Applies a command with the time and the actor that the caller gives. */
    public Optional<Answer> handle(
            ReferralId id, ReferralCommand command, Occurrence now, Consumer<Referral> precondition) {
        return OptimisticRetry.retryOnConflict(() -> referrals
                .load(id)
                .filter(loaded ->
                        !now.isByOtherPartnerThan(loaded.state().introduction().partnerId()))
                .map(loaded -> {
                    precondition.accept(loaded.state());
                    return handle(loaded, command, now);
                }));
    }

    private Answer handle(Loaded<Referral> loaded, ReferralCommand command, Occurrence now) {
        Referral referral = loaded.state();
        List<FieldError> bad =
                referral.answered(command, now).isPresent() ? List.of() : command.badFields(referral, now.at());
        if (!bad.isEmpty()) {
            return new Answer.BadFields(bad);
        }
        Decision<Change<Referral, ReferralEvent>> decision =
                referral.take(command, now, terms.of(referral.introduction().partnerId()));
        if (decision instanceof Decision.Rejected<Change<Referral, ReferralEvent>> rejected) {
            return new Answer.Refused(rejected.reason());
        }
        Change<Referral, ReferralEvent> change = decision.orElseThrow();
        boolean changed = referral.isChangedBy(change);
        if (changed) {
            CompletableFuture<Void> unused = referrals.update(loaded, change);
        }
        return new Answer.Done(change.state(), !changed);
    }
}
