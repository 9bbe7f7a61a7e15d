package io.entente.commission.plans.mongo;

import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.platform.runtime.StoredBook;
import java.time.Clock;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The plan book in the collection {@code plan_books}. */
@Repository
class MongoPlanBooks implements PlanBooks {

    static final String COLLECTION = "plan_books";

    private final StoredBook<PlanBook, PlanBookDocument> stored;

    MongoPlanBooks(MongoOperations mongo, Clock clock) {
        stored = new StoredBook<>(
                mongo,
                clock,
                new StoredBook.Form<>(
                        "the plan book",
                        COLLECTION,
                        PlanBookDocument.ID,
                        PlanBookDocument.class,
                        PlanBookDocument::toBook,
                        PlanBookDocument::of,
                        PlanBook::version));
    }

    @Override
    public PlanBook inForce() {
        return stored.inForce();
    }

    @Override
    public PlanBook latest() {
        return stored.latest();
    }

    @Override
    public void replace(PlanBook book) {
        stored.replace(book);
    }

    /** Writes the first book if none is stored. */
    void open(PlanBook first) {
        stored.open(first);
    }
}
