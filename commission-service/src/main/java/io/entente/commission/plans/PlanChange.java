package io.entente.commission.plans;

import io.entente.commission.plans.PlanDecision.Accepted;
import io.entente.commission.plans.PlanDecision.Refused;
import io.entente.commission.plans.PlanDecision.Repeated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides about one change of the plan book. */
final class PlanChange {

    private final PlanBook book;
    private final @Nullable String request;

    PlanChange(PlanBook book, @Nullable String request) {
        this.book = book;
        this.request = request;
    }

    PlanDecision add(CommissionPlan plan) {
        if (isKeyOfAnotherPlan(plan.ref())) {
            return keyReused();
        }
        Optional<CommissionPlan> sameCode = book.version(new PlanRef(plan.code(), 1));
        if (sameCode.isPresent()) {
            return sameAs(sameCode.get(), plan)
                    ? new Repeated(sameCode.get())
                    : new Refused("code", "is used by another plan: " + plan.code());
        }
        return addTo(plan, book.plans());
    }

    PlanDecision addVersion(CommissionPlan draft) {
        CommissionPlan newest = book.find(draft.code()).orElseThrow();
        if (newest.version() > 1 && sameAs(newest, draft.withVersion(newest.version()))) {
            return isKeyOfAnotherPlan(newest.ref()) ? keyReused() : new Repeated(newest);
        }
        CommissionPlan next = draft.withVersion(newest.version() + 1);
        if (isKeyOfAnotherPlan(next.ref())) {
            return keyReused();
        }
        LocalDate from = next.period().from();
        if (!from.isAfter(newest.period().from())) {
            return new Refused(
                    "effectiveFrom",
                    "must be after %s, when version %d begins"
                            .formatted(newest.period().from(), newest.version()));
        }
        return addTo(next, replaced(newest, newest.during(newest.period().endingBefore(from))));
    }

    PlanDecision retire(String code, LocalDate lastDay) {
        CommissionPlan newest = book.find(code).orElseThrow();
        Period period = newest.period();
        if (lastDay.equals(period.to())) {
            return new Repeated(newest);
        }
        if (lastDay.isBefore(period.from())) {
            return new Refused(
                    "on", "must not be before %s, when version %d begins".formatted(period.from(), newest.version()));
        }
        if (period.to() != null && lastDay.isAfter(period.to())) {
            return new Refused("on", "must not be after %s, when the plan ends already".formatted(period.to()));
        }
        CommissionPlan retired = newest.during(new Period(period.from(), lastDay));
        return new Accepted(retired, new PlanBook(book.version() + 1, replaced(newest, retired), book.requests()));
    }

    private PlanDecision addTo(CommissionPlan plan, List<CommissionPlan> others) {
        if (others.size() == PlanBook.MAX_PLANS) {
            return new Refused(
                    "code",
                    "can't be added, because the program already has %d plan versions, which is the limit"
                            .formatted(PlanBook.MAX_PLANS));
        }
        for (CommissionPlan other : others) {
            if (plan.competesWith(other)) {
                return overlap(other);
            }
        }
        List<CommissionPlan> all = new ArrayList<>(others);
        all.add(plan);
        Map<String, String> requests = new HashMap<>(book.requests());
        if (request != null) {
            requests.put(request, name(plan.ref()));
        }
        return new Accepted(plan, new PlanBook(book.version() + 1, all, requests));
    }

    private List<CommissionPlan> replaced(CommissionPlan old, CommissionPlan by) {
        return book.plans().stream().map(plan -> plan.equals(old) ? by : plan).toList();
    }

    private boolean isKeyOfAnotherPlan(PlanRef made) {
        String before = request == null ? null : book.requests().get(request);
        // Books that were stored before plans had versions name only the code.
        return before != null && !before.equals(name(made)) && !(made.version() == 1 && before.equals(made.code()));
    }

    private static String name(PlanRef ref) {
        return ref.code() + "/" + ref.version();
    }

    private static Refused keyReused() {
        return new Refused("Idempotency-Key", "was used before with another body; a new request needs a new key");
    }

    /** Whether this is a repeated request. The stored version may have been given an earlier end in the meantime. */
    private static boolean sameAs(CommissionPlan stored, CommissionPlan asked) {
        LocalDate end = asked.period().to();
        LocalDate endNow = stored.period().to();
        boolean sameOrCut = end == null || (endNow != null && !end.isBefore(endNow));
        return sameOrCut
                && stored.equals(asked.during(stored.period()))
                && stored.period().from().equals(asked.period().from());
    }

    private static PlanDecision overlap(CommissionPlan competitor) {
        return new Refused(
                "appliesTo",
                "overlaps plan %s, which applies to some of the same partners %s"
                        .formatted(competitor.code(), competitor.period()));
    }
}
