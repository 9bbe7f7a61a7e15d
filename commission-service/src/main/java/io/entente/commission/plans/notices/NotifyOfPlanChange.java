package io.entente.commission.plans.notices;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.changes.PlanProposal;
import io.entente.commission.plans.changes.PlanProposal.Kind;
import io.entente.commission.plans.changes.PlanProposal.Notice;
import io.entente.commission.plans.changes.PlanProposal.Status;
import io.entente.commission.plans.changes.PlanRegister;
import io.entente.commission.plans.changes.PlanRegisters;
import io.entente.commission.runs.PartnerRun;
import io.entente.commission.runs.PartnerRuns;
import io.entente.commission.runs.PartnerWork;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the partners whom a new version of a plan, or the end of one, concerns. There is one run for each change. A partner
 * is concerned if another version prices its deals from the day on which the change applies. Its id keeps a notice from being given twice.
 */
public final class NotifyOfPlanChange implements PartnerWork {

    private final PlanRegisters registers;
    private final PartnerProfiles profiles;
    private final PlanNotices notices;
    private final PartnerRuns runs;
    private final Clock clock;
    private final Set<String> started = ConcurrentHashMap.newKeySet();

    NotifyOfPlanChange(
            PlanRegisters registers, PartnerProfiles profiles, PlanNotices notices, PartnerRuns runs, Clock clock) {
        this.registers = registers;
        this.profiles = profiles;
        this.notices = notices;
        this.runs = runs;
        this.clock = clock;
    }

    /** Starts the runs of changes that have none. The sweep also finds a change whose instance died before. */
    void sweep() {
        registers.recent().proposals().stream()
                .filter(proposal -> proposal.notice() != null && proposal.status() == Status.APPROVED)
                .filter(proposal -> started.add(proposal.id()))
                .forEach(this::start);
    }

    private void start(PlanProposal proposal) {
        PlanRef version = proposal.ref();
        LocalDate last = proposal.lastDay();
        String end = last == null ? "" : ".ends-" + last;
        String id = "%s_plan-notice.%s.%d%s".formatted(PartnerRun.PREFIX, version.code(), version.version(), end);
        // If the run exists, another instance or an earlier start has added it.
        boolean unused = runs.add(
                PartnerRun.start(id, PartnerRun.Kind.PLAN_NOTICES, proposal.id(), proposal.author(), clock.instant()));
    }

    @Override
    public boolean does(PartnerRun.Kind kind) {
        return kind == PartnerRun.Kind.PLAN_NOTICES;
    }

    @Override
    public int work(PartnerRun run, PartnerId partner) {
        PlanRegister register = registers.recent();
        Optional<PlanNotice> notice = register.find(run.subject())
                .flatMap(proposal -> profiles.find(partner).flatMap(profile -> notice(register, proposal, profile)));
        notice.ifPresent(notices::publish);
        return notice.isPresent() ? 1 : 0;
    }

    private Optional<PlanNotice> notice(PlanRegister register, PlanProposal proposal, PartnerProfile partner) {
        PlanBook book = register.book();
        LocalDate from = proposal.appliesFrom();
        boolean ends = proposal.kind() == Kind.RETIREMENT;
        CommissionPlan before = book.planFor(partner, from.minusDays(1)).orElse(null);
        CommissionPlan after = book.planFor(partner, from).orElse(null);
        boolean enters = !ends && after != null && after.ref().equals(proposal.ref());
        boolean leaves = before != null && before.code().equals(proposal.plan().code());
        if (Objects.equals(before, after) || (!enters && !leaves)) {
            return Optional.empty();
        }
        Notice given = Objects.requireNonNull(proposal.notice(), "notice");
        return Optional.of(new PlanNotice(
                partner.id(), proposal.plan(), ends, from, before, after, given, proposal.author(), clock.instant()));
    }
}
