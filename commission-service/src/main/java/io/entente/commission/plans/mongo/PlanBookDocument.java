package io.entente.commission.plans.mongo;

import io.entente.commission.plans.PlanBook;
import java.util.List;
import java.util.Map;
import org.springframework.data.annotation.Id;

/** The stored form of the plan book, which is one document. */
record PlanBookDocument(@Id String id, long version, List<PlanDocument> plans, Map<String, String> requests) {

    /** The id of the only document. */
    static final String ID = "plan-book";

    static PlanBookDocument of(PlanBook book) {
        return new PlanBookDocument(
                ID, book.version(), book.plans().stream().map(PlanDocument::of).toList(), book.requests());
    }

    PlanBook toBook() {
        return new PlanBook(version, plans.stream().map(PlanDocument::toPlan).toList(), requests);
    }
}
