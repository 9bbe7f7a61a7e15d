package io.entente.commission.simulation;

import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.changes.PlanProposal;
import io.entente.commission.plans.changes.PlanRegisters;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prices the deals of a period under a draft plan and compares the result with what was accrued, partner by partner. It
 * writes nothing. Each page contains a number of partners, and the next page continues after them, so no request takes longer
 * than its page.
 */
public final class SimulatePlan {

    private final PartnerDirectory directory;
    private final PartnerProfiles profiles;
    private final PlanBooks books;
    private final PlanRegisters registers;
    private final PastDeals past;

    SimulatePlan(
            PartnerDirectory directory,
            PartnerProfiles profiles,
            PlanBooks books,
            PlanRegisters registers,
            PastDeals past) {
        this.directory = directory;
        this.profiles = profiles;
        this.books = books;
        this.registers = registers;
        this.past = past;
    }

    /** The plan of a proposal, to be simulated as a draft; empty if there is no such proposal. */
    public Optional<CommissionPlan> proposed(String proposalId) {
        return registers.current().find(proposalId).map(PlanProposal::plan);
    }

    /**
     * @param draft its own dates don't matter
     * @throws TooManyDealsException if a partner has more deals than can be simulated
     */
    public Page<Comparison> simulate(CommissionPlan draft, Period period, PageRequest page) {
        PlanBook book = books.inForce();
        Page<PartnerId> partners = Page.of(candidates(draft, page), page, PartnerId::value);
        List<Comparison> lines = new ArrayList<>();
        for (PartnerId partner : partners.items()) {
            profiles.find(partner)
                    .filter(draft.appliesTo()::includesOnSomeDay)
                    .map(profile -> new Simulation(draft, period, profile, book, past))
                    .ifPresent(simulation -> {
                        past.replay(partner, simulation);
                        lines.addAll(simulation.result());
                    });
        }
        return new Page<>(lines, partners.next());
    }

    private List<PartnerId> candidates(CommissionPlan draft, PageRequest page) {
        @Nullable String after = page.after();
        if (draft.appliesTo().partnerIds().isEmpty()) {
            return directory.ids(after, page.fetch());
        }
        return draft.appliesTo().partnerIds().stream()
                .sorted()
                .filter(id -> after == null || id.value().compareTo(after) > 0)
                .limit(page.fetch())
                .toList();
    }
}
