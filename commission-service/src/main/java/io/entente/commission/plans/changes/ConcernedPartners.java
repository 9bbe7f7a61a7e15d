package io.entente.commission.plans.changes;

import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Finds out whether a new plan takes known partners from the plan that prices their deals until then. */
public final class ConcernedPartners {

    /** The maximum number of partners that are looked at. If there are more, a plan that names none is taken to concern one. */
    static final int MAX_PARTNERS = 2_000;

    private static final int BLOCK_PARTNERS = 200;

    private final PartnerDirectory directory;
    private final PartnerProfiles profiles;

    public ConcernedPartners(PartnerDirectory directory, PartnerProfiles profiles) {
        this.directory = directory;
        this.profiles = profiles;
    }

    /**
     * Whether the plan prices the deals of a partner from a day on that another plan of the book has priced until then. A partner
     * whose deals no plan has priced only gains by it.
     *
     * @param book without the plan
     */
    boolean isMoved(PlanBook book, CommissionPlan added, LocalDate today) {
        LocalDate from = added.period().from().isAfter(today) ? added.period().from() : today;
        if (!added.period().contains(from)) {
            return false;
        }
        if (!added.appliesTo().partnerIds().isEmpty()) {
            return isMoved(book, added, from, added.appliesTo().partnerIds());
        }
        String after = null;
        for (int seen = 0; seen < MAX_PARTNERS; seen += BLOCK_PARTNERS) {
            List<PartnerId> block = directory.ids(after, BLOCK_PARTNERS);
            if (isMoved(book, added, from, block)) {
                return true;
            }
            if (block.size() < BLOCK_PARTNERS) {
                return false;
            }
            after = block.get(block.size() - 1).value();
        }
        return true;
    }

    private boolean isMoved(PlanBook book, CommissionPlan added, LocalDate from, Collection<PartnerId> partners) {
        profiles.prefetch(partners);
        return partners.stream()
                .flatMap(partner -> profiles.find(partner).stream())
                .filter(partner -> added.appliesTo().includes(partner, from))
                .flatMap(partner -> book.planFor(partner, from).stream())
                .anyMatch(until -> added.appliesTo()
                                .specificity()
                                .compareTo(until.appliesTo().specificity())
                        < 0);
    }
}
