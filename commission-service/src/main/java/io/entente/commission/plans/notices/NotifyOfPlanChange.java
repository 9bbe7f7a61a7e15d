package io.entente.commission.plans.notices;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.changes.PlanPolicy;
import io.entente.commission.plans.changes.PlanProposal;
import io.entente.commission.plans.changes.PlanProposal.Kind;
import io.entente.commission.plans.changes.PlanProposal.Notice;
import io.entente.commission.plans.changes.PlanProposal.Status;
import io.entente.commission.plans.changes.PlanRegister;
import io.entente.commission.plans.changes.PlanRegisters;
import io.entente.commission.runs.PartnerRun;
import io.entente.commission.runs.PartnerRuns;
import io.entente.commission.runs.PartnerWork;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells partners that another plan, or another version, will price their deals: because a plan or version is new, because a plan is
 * retired, or because a plan reaches the end that it was given at its start. There is one run over all partners for each change. The
 * id of a notice keeps it from being given twice.
 */
public final class NotifyOfPlanChange implements PartnerWork {

    /** Begins the subject of a run about an end that nobody proposed; the plan and the version follow. */
    private static final String END = "end/";

    private final PlanRegisters registers;
    private final PartnerProfiles profiles;
    private final PlanNotices notices;
    private final PartnerRuns runs;
    private final PolicyVersions<PlanPolicy> policies;
    private final Clock clock;
    private final ZoneId zone;
    private final Set<String> started = ConcurrentHashMap.newKeySet();

    NotifyOfPlanChange(
            PlanRegisters registers,
            PartnerProfiles profiles,
            PlanNotices notices,
            PartnerRuns runs,
            PolicyVersions<PlanPolicy> policies,
            Clock clock,
            ZoneId zone) {
        this.registers = registers;
        this.profiles = profiles;
        this.notices = notices;
        this.runs = runs;
        this.policies = policies;
        this.clock = clock;
        this.zone = zone;
    }

    /** Starts the runs of changes that have none. The sweep also finds a change whose instance died before. */
    void sweep() {
        PlanRegister register = registers.recent();
        register.proposals().stream()
                .filter(proposal -> proposal.notice() != null && proposal.status() == Status.APPROVED)
                .forEach(proposal -> start(proposal.ref(), proposal.lastDay(), proposal.id(), proposal.author()));
        register.book().plans().stream()
                .filter(plan -> isAboutToEnd(register.book(), plan))
                .forEach(plan -> start(
                        plan.ref(),
                        plan.period().to(),
                        END + plan.code() + "/" + plan.version(),
                        Actor.SYSTEM.value()));
    }

    /** Whether a version ends within the notice period, and no version of the same plan follows it. */
    private boolean isAboutToEnd(PlanBook book, CommissionPlan plan) {
        LocalDate last = plan.period().to();
        LocalDate today = today();
        return last != null
                && !last.isBefore(today)
                && !last.isAfter(policies.on(today).earliestStart(today))
                && book.planOf(plan.code(), last.plusDays(1)).isEmpty();
    }

    private void start(PlanRef version, @Nullable LocalDate last, String subject, String by) {
        String end = last == null ? "" : ".ends-" + last;
        String id = "%s_plan-notice.%s.%d%s".formatted(PartnerRun.PREFIX, version.code(), version.version(), end);
        if (started.add(id)) {
            // If the run exists, another instance or an earlier start has added it.
            boolean unused = runs.add(PartnerRun.start(id, PartnerRun.Kind.PLAN_NOTICES, subject, by, clock.instant()));
        }
    }

    @Override
    public boolean does(PartnerRun.Kind kind) {
        return kind == PartnerRun.Kind.PLAN_NOTICES;
    }

    @Override
    public int work(PartnerRun run, PartnerId partner) {
        PlanRegister register = registers.recent();
        Optional<PlanNotice> notice =
                profiles.find(partner).flatMap(profile -> notice(register, run.subject(), profile));
        notice.ifPresent(notices::publish);
        return notice.isPresent() ? 1 : 0;
    }

    private Optional<PlanNotice> notice(PlanRegister register, String subject, PartnerProfile partner) {
        if (subject.startsWith(END)) {
            int version = subject.lastIndexOf('/');
            PlanRef ref = new PlanRef(
                    subject.substring(END.length(), version), Long.parseLong(subject.substring(version + 1)));
            return register.book().version(ref).flatMap(plan -> plannedEnd(register.book(), plan, partner));
        }
        return register.find(subject)
                .flatMap(proposal -> proposal.kind() == Kind.PLAN
                        ? newPlan(register.book(), proposal, partner)
                        : newVersionOrEnd(register.book(), proposal, partner));
    }

    private Optional<PlanNotice> newVersionOrEnd(PlanBook book, PlanProposal proposal, PartnerProfile partner) {
        LocalDate from = proposal.appliesFrom();
        boolean ends = proposal.kind() == Kind.RETIREMENT;
        CommissionPlan before = book.planFor(partner, from.minusDays(1)).orElse(null);
        CommissionPlan after = book.planFor(partner, from).orElse(null);
        boolean enters = !ends && after != null && after.ref().equals(proposal.ref());
        boolean leaves = before != null && before.code().equals(proposal.plan().code());
        if (Objects.equals(before, after) || (!enters && !leaves)) {
            return Optional.empty();
        }
        String id = ends
                ? PlanNotice.ofEnd(proposal.plan(), from.minusDays(1), partner.id())
                : PlanNotice.ofStart(proposal.plan(), partner.id());
        return Optional.of(new PlanNotice(
                id,
                partner.id(),
                proposal.plan(),
                ends,
                from,
                before,
                after,
                given(proposal),
                proposal.author(),
                clock.instant()));
    }

    /** A partner that no plan covered before is not told, because it has nothing to compare the plan with. */
    private Optional<PlanNotice> newPlan(PlanBook book, PlanProposal proposal, PartnerProfile partner) {
        LocalDate from = proposal.appliesFrom();
        LocalDate proposed = proposal.proposedAt().atZone(zone).toLocalDate();
        LocalDate first = from.isAfter(proposed) ? from : proposed;
        CommissionPlan before =
                book.planWithout(proposal.plan().code(), partner, first).orElse(null);
        CommissionPlan after = book.planFor(partner, first).orElse(null);
        if (before == null
                || after == null
                || !after.code().equals(proposal.plan().code())) {
            return Optional.empty();
        }
        return Optional.of(new PlanNotice(
                PlanNotice.ofStart(proposal.plan(), partner.id()),
                partner.id(),
                proposal.plan(),
                false,
                from,
                before,
                after,
                given(proposal),
                proposal.author(),
                clock.instant()));
    }

    private Optional<PlanNotice> plannedEnd(PlanBook book, CommissionPlan plan, PartnerProfile partner) {
        LocalDate last = Objects.requireNonNull(plan.period().to(), "last day");
        CommissionPlan before = book.planFor(partner, last).orElse(null);
        if (before == null || !before.ref().equals(plan.ref())) {
            return Optional.empty();
        }
        return Optional.of(new PlanNotice(
                PlanNotice.ofEnd(plan, last, partner.id()),
                partner.id(),
                plan,
                true,
                last.plusDays(1),
                before,
                book.planFor(partner, last.plusDays(1)).orElse(null),
                new Notice(policies.on(today()).noticeDays(), null),
                Actor.SYSTEM.value(),
                clock.instant()));
    }

    private static Notice given(PlanProposal proposal) {
        return Objects.requireNonNull(proposal.notice(), "notice");
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }
}
