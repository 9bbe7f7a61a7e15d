package io.entente.commission.plans.publication;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.changes.PlanProposal;
import io.entente.commission.plans.changes.PlanProposal.Kind;
import io.entente.commission.plans.changes.PlanProposal.Status;
import io.entente.commission.plans.changes.PlanRegister;
import io.entente.commission.plans.publication.PlanEvent.PlanPublished;
import io.entente.commission.plans.publication.PlanEvent.PlanRetired;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What other services have been told about one plan. The plan book stays the truth; comparing the two yields the next event. So no
 * event is lost if an instance dies between the change of the book and the event, and the program's first plans are published as
 * well. Versions are only added to the book and their ends only move forward, so an instance that knows an older book tells
 * nothing that is out of date.
 *
 * @param code the plan's code
 * @param sequence the number of events so far
 * @param told the last day of each version that was told, by version; empty if the version has no end
 */
public record PlanPublication(String code, long sequence, Map<Long, Optional<LocalDate>> told) {

    public PlanPublication {
        told = Map.copyOf(told);
    }

    /** Nothing was told about the plan yet. */
    static PlanPublication none(String code) {
        return new PlanPublication(code, 0, Map.of());
    }

    /** The aggregate's id in events, which no other aggregate of the topic has. */
    public String id() {
        return idOf(code);
    }

    /** The id of what was told about a plan. */
    public static String idOf(String code) {
        return "plan." + code;
    }

    /**
     * Returns the next event; empty if everything was told. An earlier version is told to end before the next one is told to
     * begin, so no reader sees two versions of a plan on one day.
     *
     * @param now when an event happens that nobody has decided, such as that of a first plan
     */
    Optional<Change<PlanPublication, PlanEvent>> next(PlanRegister register, Instant now) {
        return register.book()
                .versions(code)
                .flatMap(plan -> event(register, plan, now).stream())
                .findFirst()
                .map(event -> Change.of(after(event.plan()), event));
    }

    private Optional<PlanEvent> event(PlanRegister register, CommissionPlan plan, Instant now) {
        LocalDate last = plan.period().to();
        Optional<LocalDate> known = told.get(plan.version());
        if (known == null) {
            PlanProposal origin = register.originOf(plan.ref()).orElse(null);
            return Optional.of(new PlanPublished(plan, author(origin), at(origin, now)));
        }
        if (last == null || (known.isPresent() && !last.isBefore(known.get()))) {
            return Optional.empty();
        }
        PlanRef replacedBy = register.book()
                .version(new PlanRef(code, plan.version() + 1))
                .filter(next -> next.period().from().equals(last.plusDays(1)))
                .map(CommissionPlan::ref)
                .orElse(null);
        PlanProposal cause = cause(register, plan, replacedBy);
        return Optional.of(new PlanRetired(plan, replacedBy, author(cause), at(cause, now)));
    }

    private static @Nullable PlanProposal cause(
            PlanRegister register, CommissionPlan ended, @Nullable PlanRef replacedBy) {
        if (replacedBy != null) {
            return register.originOf(replacedBy).orElse(null);
        }
        return register.proposals().stream()
                .filter(proposal -> proposal.kind() == Kind.RETIREMENT && proposal.status() == Status.APPROVED)
                .filter(proposal -> proposal.ref().equals(ended.ref())
                        && Optional.ofNullable(proposal.lastDay())
                                .equals(Optional.ofNullable(ended.period().to())))
                .findFirst()
                .orElse(null);
    }

    private static String author(@Nullable PlanProposal cause) {
        return cause == null ? Actor.SYSTEM.value() : cause.author();
    }

    private static Instant at(@Nullable PlanProposal cause, Instant now) {
        return cause == null || cause.decision() == null
                ? now
                : cause.decision().at();
    }

    private PlanPublication after(CommissionPlan plan) {
        Map<Long, Optional<LocalDate>> more = new TreeMap<>(told);
        Period period = plan.period();
        more.put(plan.version(), Optional.ofNullable(period.to()));
        return new PlanPublication(code, sequence + 1, more);
    }
}
