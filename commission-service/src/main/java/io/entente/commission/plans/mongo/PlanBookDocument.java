package io.entente.commission.plans.mongo;

import io.entente.commission.plans.PlanBook;
import java.util.List;
import java.util.Map;
import org.springframework.data.annotation.Id;

/** How the plan book is stored: one document. */
record PlanBookDocument(@Id String id, long version, List<PlanDocument> plans, Map<String, String> requests) {

    /** The one book's id. */
    static final String ID = "plan-book";

    static PlanBookDocument of(PlanBook book) {
        return new PlanBookDocument(
                ID, book.version(), book.plans().stream().map(PlanDocument::of).toList(), book.requests());
    }

    PlanBook toBook() {
        return new PlanBook(version, plans.stream().map(PlanDocument::toPlan).toList(), requests);
    }
}
