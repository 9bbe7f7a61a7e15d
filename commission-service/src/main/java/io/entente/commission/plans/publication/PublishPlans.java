package io.entente.commission.plans.publication;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.changes.PlanRegister;
import io.entente.commission.plans.changes.PlanRegisters;
import io.entente.platform.domain.Change;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells other services of each version of a plan and of its end. As long as the plan book doesn't change, this costs nothing. */
final class PublishPlans {

    private static final long NONE = -1;

    private final PlanRegisters registers;
    private final PlanPublications publications;
    private final Clock clock;
    private volatile long published = NONE;

    PublishPlans(PlanRegisters registers, PlanPublications publications, Clock clock) {
        this.registers = registers;
        this.publications = publications;
        this.clock = clock;
    }

    /** Publishes what the plan book has and other services don't know. */
    void sweep() {
        PlanRegister register = registers.recent();
        if (register.book().version() == published) {
            return;
        }
        List<String> codes = codes(register);
        Map<String, PlanPublication> told = publications.find(codes);
        boolean complete = true;
        for (String code : codes) {
            complete &= publish(told.getOrDefault(code, PlanPublication.none(code)), register);
        }
        if (complete) {
            published = register.book().version();
        }
    }

    /** Returns whether everything about a plan was told; false if another instance tells it at the same time. */
    private boolean publish(PlanPublication told, PlanRegister register) {
        PlanPublication known = told;
        Optional<Change<PlanPublication, PlanEvent>> next = next(known, register);
        while (next.isPresent()) {
            if (!publications.publish(next.get())) {
                return false;
            }
            known = next.get().state();
            next = next(known, register);
        }
        return true;
    }

    private Optional<Change<PlanPublication, PlanEvent>> next(PlanPublication told, PlanRegister register) {
        return told.next(register, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static List<String> codes(PlanRegister register) {
        return register.book().newest().stream().map(CommissionPlan::code).toList();
    }
}
