package io.entente.commission.plans;

import io.entente.commission.partners.PartnerProfile;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All plans of the program as one whole, because what holds between them, that no two compete for a deal, must hold however
 * many people add plans at once: the book is replaced as one document, over the version it was read at.
 *
 * @param version one more with every change
 * @param plans most specific first, by code within
 * @param requests which plan each request with an {@code Idempotency-Key} made, by the id derived from the key
 */
public record PlanBook(long version, List<CommissionPlan> plans, Map<String, String> requests) {

    /** Plans in one book. Far past what a program can keep in its head, and far below the document's bound. */
    public static final int MAX_PLANS = 500;

    private static final Comparator<CommissionPlan> MOST_SPECIFIC_FIRST = Comparator.comparing(
                    (CommissionPlan plan) -> plan.appliesTo().specificity())
            .thenComparing(CommissionPlan::code);

    public PlanBook {
        plans = plans.stream().sorted(MOST_SPECIFIC_FIRST).toList();
        requests = Map.copyOf(requests);
    }

    /** The plan that prices a partner's deals closed on a day. */
    public Optional<CommissionPlan> planFor(PartnerProfile partner, LocalDate closedOn) {
        for (CommissionPlan plan : plans) {
            if (plan.period().contains(closedOn) && plan.appliesTo().includes(partner)) {
                return Optional.of(plan);
            }
        }
        return Optional.empty();
    }

    public Optional<CommissionPlan> find(String code) {
        return plans.stream().filter(plan -> plan.code().equals(code)).findFirst();
    }

    /** @param request the caller's name for this request, where it gave one */
    public PlanDecision add(CommissionPlan plan, @Nullable String request) {
        Optional<CommissionPlan> sameCode = find(plan.code());
        if (request != null && requests.containsKey(request) && !plan.code().equals(requests.get(request))) {
            return new PlanDecision.Refused(
                    "Idempotency-Key", "was used before with another body; a new request needs a new key");
        }
        if (sameCode.isPresent()) {
            return sameCode.get().equals(plan)
                    ? new PlanDecision.Repeated(sameCode.get())
                    : new PlanDecision.Refused("code", "is taken by another plan: " + plan.code());
        }
        if (plans.size() == MAX_PLANS) {
            return new PlanDecision.Refused(
                    "code", "can't be added: the book is full with %d plans".formatted(MAX_PLANS));
        }
        return plans.stream()
                .filter(plan::competesWith)
                .findFirst()
                .<PlanDecision>map(PlanBook::overlap)
                .orElseGet(() -> new PlanDecision.Accepted(plan, with(plan, request)));
    }

    private static PlanDecision overlap(CommissionPlan competitor) {
        return new PlanDecision.Refused(
                "appliesTo",
                "overlaps plan %s, which applies to some of the same partners %s"
                        .formatted(competitor.code(), competitor.period()));
    }

    private PlanBook with(CommissionPlan plan, @Nullable String request) {
        Map<String, String> all = new HashMap<>(requests);
        if (request != null) {
            all.put(request, plan.code());
        }
        return new PlanBook(
                version + 1, Stream.concat(plans.stream(), Stream.of(plan)).toList(), all);
    }
}
