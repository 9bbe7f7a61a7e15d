package io.entente.commission.plans;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All plans of the program. No two plans may compete for a deal, even if several people add plans at the same time. The
 * book is therefore stored as one document, and a write succeeds only if the stored version is the one that was read.
 */
public final class PlanBook {

    /** The maximum number of versions of plans in one book. A program needs far fewer, and they fit easily into one document. */
    public static final int MAX_PLANS = 500;

    private static final Comparator<CommissionPlan> MOST_SPECIFIC_FIRST = Comparator.comparing(
                    (CommissionPlan plan) -> plan.appliesTo().specificity())
            .thenComparing(CommissionPlan::code)
            .thenComparing(CommissionPlan::version);

    private final long version;
    private final List<CommissionPlan> plans;
    private final Map<String, String> requests;
    private final Map<PartnerId, List<CommissionPlan>> byPartner = new HashMap<>();
    private final List<CommissionPlan> forAnyPartner = new ArrayList<>();

    /**
     * @param version increased by one with every change
     * @param plans all versions of all plans
     * @param requests the plan that each request with an {@code Idempotency-Key} made, as {@code <code>/<version>}, by the
     *     id derived from the key
     */
    public PlanBook(long version, List<CommissionPlan> plans, Map<String, String> requests) {
        this.version = version;
        this.plans = plans.stream().sorted(MOST_SPECIFIC_FIRST).toList();
        this.requests = Map.copyOf(requests);
        for (CommissionPlan plan : this.plans) {
            if (plan.appliesTo().partnerIds().isEmpty()) {
                forAnyPartner.add(plan);
            }
            for (PartnerId partner : plan.appliesTo().partnerIds()) {
                byPartner.computeIfAbsent(partner, id -> new ArrayList<>()).add(plan);
            }
        }
    }

    public long version() {
        return version;
    }

    /** All versions of all plans, the most specific first, then by code and version. */
    public List<CommissionPlan> plans() {
        return plans;
    }

    public Map<String, String> requests() {
        return requests;
    }

    /** The plan that prices the deals that a partner closes on a day, by the tier that the partner has on that day. */
    public Optional<CommissionPlan> planFor(PartnerProfile partner, LocalDate closedOn) {
        CommissionPlan own = first(byPartner.getOrDefault(partner.id(), List.of()), partner, closedOn);
        return Optional.ofNullable(own == null ? first(forAnyPartner, partner, closedOn) : own);
    }

    /** The plan that would price the deals that a partner closes on a day if one plan with all its versions weren't in the book. */
    public Optional<CommissionPlan> planWithout(String code, PartnerProfile partner, LocalDate closedOn) {
        return plans.stream()
                .filter(plan -> !plan.code().equals(code)
                        && plan.period().contains(closedOn)
                        && plan.appliesTo().includes(partner, closedOn))
                .findFirst();
    }

    private static @Nullable CommissionPlan first(
            List<CommissionPlan> plans, PartnerProfile partner, LocalDate closedOn) {
        for (int i = 0; i < plans.size(); i++) {
            CommissionPlan plan = plans.get(i);
            if (plan.period().contains(closedOn) && plan.appliesTo().includes(partner, closedOn)) {
                return plan;
            }
        }
        return null;
    }

    /** A plan's newest version. */
    public Optional<CommissionPlan> find(String code) {
        return versions(code).reduce((one, later) -> later);
    }

    /** One version of a plan. A version is never removed from the book. */
    public Optional<CommissionPlan> version(PlanRef ref) {
        return versions(ref.code())
                .filter(plan -> plan.version() == ref.version())
                .findFirst();
    }

    /** The version of a plan that is in force on a day. */
    public Optional<CommissionPlan> planOf(String code, LocalDate day) {
        return versions(code).filter(plan -> plan.period().contains(day)).findFirst();
    }

    /** A plan's versions from the first on. */
    public Stream<CommissionPlan> versions(String code) {
        return plans.stream()
                .filter(plan -> plan.code().equals(code))
                .sorted(Comparator.comparing(CommissionPlan::version));
    }

    /** Each plan's newest version, by code. */
    public List<CommissionPlan> newest() {
        Map<String, CommissionPlan> newest = new TreeMap<>();
        for (CommissionPlan plan : plans) {
            newest.merge(plan.code(), plan, (one, other) -> one.version() > other.version() ? one : other);
        }
        return List.copyOf(newest.values());
    }

    /** @param request the id derived from the request's {@code Idempotency-Key}; null if it has none */
    public PlanDecision add(CommissionPlan plan, @Nullable String request) {
        return new PlanChange(this, request).add(plan);
    }

    /**
     * Adds a version to a plan. The previous version ends on the day before the new one starts.
     *
     * @param draft with any version number; the book assigns the next one
     */
    public PlanDecision addVersion(CommissionPlan draft, @Nullable String request) {
        return new PlanChange(this, request).addVersion(draft);
    }

    /** Ends a plan. */
    public PlanDecision retire(String code, LocalDate lastDay) {
        return new PlanChange(this, null).retire(code, lastDay);
    }

    /** Returns the same book as its next version, to store a change that is not about its plans. */
    public PlanBook nextVersion() {
        return new PlanBook(version + 1, plans, requests);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlanBook book
                && version == book.version
                && plans.equals(book.plans)
                && requests.equals(book.requests);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(version) * 31 + plans.hashCode();
    }

    @Override
    public String toString() {
        return "plan book, version %d, with %d plans".formatted(version, plans.size());
    }
}
