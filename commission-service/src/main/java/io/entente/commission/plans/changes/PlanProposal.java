package io.entente.commission.plans.changes;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanRef;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Quantity;
import io.entente.platform.domain.approval.FourEyes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's wish to change the program's plans, and what became of it. Nothing is priced by a proposal that waits. A change
 * that needs no second person is recorded as a proposal that was approved at once.
 *
 * @param plan the plan or version that is proposed; for a retirement, the version that ends
 * @param lastDay for a retirement, the last day of the plan; otherwise null
 * @param because why it needs a second person; empty if it needs none
 * @param notice the notice that partners get; null for plans and retirements from before they gave notice
 * @param author who proposed it
 * @param request the id derived from the request's {@code Idempotency-Key}; null if it had none
 * @param decision what became of it; null while it waits
 */
public record PlanProposal(
        String id,
        Kind kind,
        CommissionPlan plan,
        @Nullable LocalDate lastDay,
        List<String> because,
        @Nullable Notice notice,
        String author,
        Instant proposedAt,
        @Nullable String request,
        @Nullable Verdict decision) {

    /** The prefix of the ids of proposals. */
    public static final String PREFIX = "ppr";

    /** What is proposed. */
    public enum Kind {
        /** A new plan. */
        PLAN,
        /** The next version of a plan. */
        VERSION,
        /** The end of a plan. */
        RETIREMENT
    }

    /** The state of a proposal. */
    public enum Status {
        /** Waits for a second person. */
        WAITING,
        /** Is part of the program's plans. */
        APPROVED,
        DECLINED,
        /** Its author has taken it back. */
        WITHDRAWN
    }

    /**
     * The notice of a change.
     *
     * @param days the notice period of the program when the change was proposed
     * @param reason why the change applies before the notice period has passed; null if it doesn't
     */
    public record Notice(int days, @Nullable String reason) {}

    /**
     * What became of a proposal.
     *
     * @param by the person who decided; null if it needed no second person
     * @param reason null for an approval
     */
    public record Verdict(Status status, @Nullable String by, Instant at, @Nullable String reason) {}

    public PlanProposal {
        because = List.copyOf(because);
    }

    public Status status() {
        return decision == null ? Status.WAITING : decision.status();
    }

    public boolean isWaiting() {
        return decision == null;
    }

    public PlanRef ref() {
        return plan.ref();
    }

    /** The first closing day of deals that the change concerns. */
    public LocalDate appliesFrom() {
        return lastDay == null ? plan.period().from() : lastDay.plusDays(1);
    }

    /** Returns why the change applies too early for the notice that partners get; empty if it doesn't. */
    Optional<String> tooEarly(PlanPolicy policy, LocalDate today) {
        LocalDate earliest = policy.earliestStart(today);
        if (notice == null
                || notice.reason() != null
                || policy.noticeDays() == 0
                || !appliesFrom().isBefore(earliest)) {
            return Optional.empty();
        }
        return Optional.of("must be %s or later, because partners get notice of %s; an earlier %s needs a noticeReason"
                .formatted(
                        kind == Kind.RETIREMENT ? earliest.minusDays(1) : earliest,
                        Quantity.of(policy.noticeDays(), "day"),
                        kind == Kind.RETIREMENT ? "end" : "start"));
    }

    /** The field of the request that says when the change applies. */
    String dayField() {
        return kind == Kind.RETIREMENT ? "on" : "effectiveFrom";
    }

    /** Whether another proposal asks for the same. */
    boolean asksSame(PlanProposal other) {
        return kind == other.kind && plan.equals(other.plan) && Objects.equals(lastDay, other.lastDay);
    }

    /** Returns the proposal about the version that the book gave its plan. */
    PlanProposal about(CommissionPlan numbered) {
        return new PlanProposal(id, kind, numbered, lastDay, because, notice, author, proposedAt, request, decision);
    }

    /** Returns the proposal after it was approved without a second person. */
    PlanProposal approvedAtOnce() {
        return decided(new Verdict(Status.APPROVED, null, proposedAt, null));
    }

    /**
     * Decides the proposal. Repeating the same decision by the same person changes nothing.
     *
     * @param status {@code APPROVED}, {@code DECLINED} or {@code WITHDRAWN}
     */
    Decision<PlanProposal> decide(Status status, String by, @Nullable String reason, Instant at) {
        if (status == Status.WITHDRAWN && !Actor.isSamePerson(author, by)) {
            return Decision.rejected(
                    "Only the person who proposed a change of plans can withdraw it. Decline it instead.");
        }
        if (status != Status.WITHDRAWN && !FourEyes.allow(author, by)) {
            return Decision.rejected(
                    "The person who proposed a change of plans can't decide on it. Another person must decide, or the author withdraws it.");
        }
        if (decision != null) {
            return decision.status() == status && Actor.isSamePerson(decision.by(), by)
                    ? Decision.allowed(this)
                    : Decision.rejected("The proposal is already %s.".formatted(decision.status()));
        }
        return Decision.allowed(decided(new Verdict(status, by, at, reason)));
    }

    private PlanProposal decided(Verdict verdict) {
        return new PlanProposal(id, kind, plan, lastDay, because, notice, author, proposedAt, request, verdict);
    }
}
