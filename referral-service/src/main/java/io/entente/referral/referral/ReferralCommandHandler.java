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
 * Does to a referral what a command says: reads it, decides, writes it with its event, and decides again where another write
 * came between. Deals are closed by {@link CloseDealHandler}, since their ids are unique in the whole program.
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

        /** The result if the command is done; otherwise throws what the caller makes of the refusal. */
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

        /** The referral is as the command says; {@code again} where it was before. */
        record Done(Referral referral, boolean again) implements Answer {}

        /** Its state, or a rule, doesn't allow it. */
        record Refused(String reason) implements Answer {}

        /** Fields of the command are not acceptable for this referral. */
        record BadFields(List<FieldError> errors) implements Answer {}
    }

    /**
     * Gives a command now.
     *
     * @param precondition throws where the caller decided on another version
     * @return empty where there is no such referral, or none that the actor may know of
     */
    public Optional<Answer> handle(
            ReferralId id, ReferralCommand command, Actor actor, Consumer<Referral> precondition) {
        return handle(id, command, Occurrence.live(clock, actor), precondition);
    }

    /** Gives a command as of a time and by somebody that the caller says. */
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
