package io.entente.commission.plans.mongo;

import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.changes.PlanRegister;
import io.entente.commission.plans.changes.PlanRegisters;
import io.entente.platform.runtime.StoredBook;
import java.time.Clock;
import java.util.List;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The plan book with its proposals in the collection {@code plan_books}. */
@Repository
class MongoPlanBooks implements PlanBooks, PlanRegisters {

    static final String COLLECTION = "plan_books";

    private final StoredBook<PlanRegister, PlanBookDocument> stored;

    MongoPlanBooks(MongoOperations mongo, Clock clock) {
        stored = new StoredBook<>(
                mongo,
                clock,
                new StoredBook.Form<>(
                        "the plan book",
                        COLLECTION,
                        PlanBookDocument.ID,
                        PlanBookDocument.class,
                        PlanBookDocument::toRegister,
                        PlanBookDocument::of,
                        register -> register.book().version()));
    }

    @Override
    public PlanBook inForce() {
        return stored.inForce().book();
    }

    @Override
    public PlanRegister recent() {
        return stored.inForce();
    }

    @Override
    public PlanBook latest() {
        return stored.latest().book();
    }

    @Override
    public PlanRegister current() {
        return stored.latest();
    }

    @Override
    public void replace(PlanRegister register) {
        stored.replace(register);
    }

    /** Writes the first book if none is stored. */
    void open(PlanBook first) {
        stored.open(new PlanRegister(first, List.of()));
    }
}
