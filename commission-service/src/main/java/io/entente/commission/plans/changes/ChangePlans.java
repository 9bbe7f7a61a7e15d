package io.entente.commission.plans.changes;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanDecision;
import io.entente.commission.plans.PlanDecision.Accepted;
import io.entente.commission.plans.PlanDecision.Refused;
import io.entente.commission.plans.PlanDecision.Repeated;
import io.entente.commission.plans.changes.PlanProposal.Kind;
import io.entente.commission.plans.changes.PlanProposal.Notice;
import io.entente.commission.plans.changes.PlanProposal.Status;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes the program's plans. A change that the policy allows to one person applies at once. Any other change waits until a
 * second person approves it.
 */
public final class ChangePlans {

    private final PlanRegisters registers;
    private final PolicyVersions<PlanPolicy> policies;
    private final ConcernedPartners concerned;
    private final IdGenerator ids;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone the program's time zone, in which its days begin */
    public ChangePlans(
            PlanRegisters registers,
            PolicyVersions<PlanPolicy> policies,
            ConcernedPartners concerned,
            IdGenerator ids,
            Clock clock,
            ZoneId zone) {
        this.concerned = concerned;
        this.registers = registers;
        this.policies = policies;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A change that somebody asks for.
     *
     * @param plan for a retirement, the newest version of the plan that ends
     * @param lastDay the last day of a plan that ends; otherwise null
     * @param noticeReason why a plan or version begins, or a plan ends, before the notice period has passed; null if no
     *     reason is given
     * @param request the id derived from the request's {@code Idempotency-Key}; null if it has none
     */
    public record Wish(
            Kind kind,
            CommissionPlan plan,
            @Nullable LocalDate lastDay,
            @Nullable String noticeReason,
            @Nullable String request) {}

    /** What became of a wish. */
    public sealed interface Answer {

        /**
         * The change applies, or did so before.
         *
         * @param replayed whether the request is repeated
         */
        record Applied(CommissionPlan plan, boolean replayed) implements Answer {}

        /** The change waits for a second person. */
        record Waits(PlanProposal proposal, boolean replayed) implements Answer {}

        /**
         * The change is refused.
         *
         * @param field the field of the request that is wrong
         * @param reason a text for the person who sent the request
         */
        record No(String field, String reason) implements Answer {}
    }

    /** @param unlessStale throws if the caller has read another state of the plan; called before anything changes */
    public Answer change(Wish wish, Actor author, Consumer<PlanRegister> unlessStale) {
        return OptimisticRetry.retryOnConflict(() -> decide(registers.current(), wish, author, unlessStale));
    }

    private Answer decide(PlanRegister register, Wish wish, Actor author, Consumer<PlanRegister> unlessStale) {
        PlanPolicy policy = policies.on(today());
        PlanProposal proposal = proposal(wish, policy, author);
        PlanDecision decision = register.decisionOn(proposal);
        if (decision instanceof Refused refused) {
            return new Answer.No(refused.field(), refused.reason());
        }
        if (decision instanceof Repeated repeated) {
            return new Answer.Applied(repeated.plan(), true);
        }
        Optional<PlanProposal> waiting = register.waitingFor(wish.plan().code());
        if (waiting.isPresent()) {
            return waiting.get().asksSame(proposal)
                    ? new Answer.Waits(waiting.get(), true)
                    : new Answer.No(
                            "code",
                            "waits for a second person in proposal %s, which must be decided first"
                                    .formatted(waiting.get().id()));
        }
        Optional<Answer.No> refusal = refusal(register, proposal, policy);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        unlessStale.accept(register);
        return record(register, proposal, (Accepted) decision);
    }

    private Answer record(PlanRegister register, PlanProposal proposal, Accepted accepted) {
        if (!proposal.because().isEmpty()) {
            registers.replace(register.with(proposal));
            return new Answer.Waits(proposal, false);
        }
        registers.replace(register.approved(applied(proposal, accepted).approvedAtOnce(), accepted.book()));
        return new Answer.Applied(accepted.plan(), false);
    }

    private Optional<Answer.No> refusal(PlanRegister register, PlanProposal proposal, PlanPolicy policy) {
        Optional<String> tooEarly = tooEarly(register, proposal, policy);
        if (tooEarly.isPresent()) {
            return tooEarly.map(reason -> new Answer.No(proposal.dayField(), reason));
        }
        if (register.isFull()) {
            return Optional.of(new Answer.No(
                    "code",
                    "can't change, because the program already has %d proposals"
                            .formatted(PlanRegister.MAX_PROPOSALS)));
        }
        return Optional.empty();
    }

    /** A new version and an end always concern partners. A new plan does if it takes them from another one. */
    private Optional<String> tooEarly(PlanRegister register, PlanProposal proposal, PlanPolicy policy) {
        return proposal.tooEarly(policy, today())
                .filter(reason ->
                        proposal.kind() != Kind.PLAN || concerned.isMoved(register.book(), proposal.plan(), today()));
    }

    /**
     * Decides a proposal that waits.
     *
     * @param status {@code APPROVED}, {@code DECLINED} or {@code WITHDRAWN}
     * @param reason why it is declined; null if no reason is given
     * @return empty if there is no such proposal
     */
    public Optional<Decision<PlanProposal>> decide(String id, Status status, Actor by, @Nullable String reason) {
        return OptimisticRetry.retryOnConflict(() -> {
            PlanRegister register = registers.current();
            return register.find(id).map(proposal -> {
                Decision<PlanProposal> decided = proposal.decide(status, by.value(), reason, now());
                return decided instanceof Decision.Allowed<PlanProposal> allowed
                                && !allowed.value().equals(proposal)
                        ? close(register, allowed.value())
                        : decided;
            });
        });
    }

    private Decision<PlanProposal> close(PlanRegister register, PlanProposal decided) {
        if (decided.status() != Status.APPROVED) {
            registers.replace(register.closed(decided));
            return Decision.allowed(decided);
        }
        Optional<String> tooEarly = tooEarly(register, decided, policies.on(today()));
        if (tooEarly.isPresent()) {
            return Decision.rejected(
                    "The change can't apply in time: its %s %s.".formatted(decided.dayField(), tooEarly.get()));
        }
        PlanDecision decision = register.decisionOn(decided);
        if (decision instanceof Refused refused) {
            return Decision.rejected(
                    "The plans have changed since: %s %s.".formatted(refused.field(), refused.reason()));
        }
        PlanProposal approved = decision instanceof Accepted accepted ? applied(decided, accepted) : decided;
        registers.replace(
                decision instanceof Accepted accepted
                        ? register.approved(approved, accepted.book())
                        : register.closed(approved));
        return Decision.allowed(approved);
    }

    /** The proposal with the version that the book gave its plan. */
    private static PlanProposal applied(PlanProposal proposal, Accepted accepted) {
        return proposal.about(accepted.plan());
    }

    private PlanProposal proposal(Wish wish, PlanPolicy policy, Actor author) {
        List<String> because = policy.secondPersonFor(wish.plan());
        return new PlanProposal(
                ids.next(PlanProposal.PREFIX),
                wish.kind(),
                wish.plan(),
                wish.lastDay(),
                because,
                new Notice(policy.noticeDays(), wish.noticeReason()),
                author.value(),
                now(),
                wish.request(),
                null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }
}
