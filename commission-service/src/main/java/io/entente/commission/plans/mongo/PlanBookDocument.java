package io.entente.commission.plans.mongo;

import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.changes.PlanRegister;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of the plan book with the proposals to change it, which is one document. Books that an earlier version of
 * this service stored have no proposals.
 */
record PlanBookDocument(
        @Id String id,
        long version,
        List<PlanDocument> plans,
        Map<String, String> requests,
        @Nullable List<ProposalDocument> proposals) {

    /** The id of the only document. */
    static final String ID = "plan-book";

    static PlanBookDocument of(PlanRegister register) {
        PlanBook book = register.book();
        return new PlanBookDocument(
                ID,
                book.version(),
                book.plans().stream().map(PlanDocument::of).toList(),
                book.requests(),
                register.proposals().stream().map(ProposalDocument::of).toList());
    }

    PlanRegister toRegister() {
        return new PlanRegister(
                new PlanBook(version, plans.stream().map(PlanDocument::toPlan).toList(), requests),
                proposals == null
                        ? List.of()
                        : proposals.stream().map(ProposalDocument::toProposal).toList());
    }
}
