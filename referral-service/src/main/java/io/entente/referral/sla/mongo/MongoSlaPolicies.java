package io.entente.referral.sla.mongo;

import io.entente.platform.runtime.StoredBook;
import io.entente.referral.sla.SlaPolicies;
import io.entente.referral.sla.SlaPolicyBook;
import java.time.Clock;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The policy book in the collection {@code sla_policies}. */
@Repository
class MongoSlaPolicies implements SlaPolicies {

    static final String COLLECTION = "sla_policies";

    private final StoredBook<SlaPolicyBook, SlaPolicyBookDocument> stored;

    MongoSlaPolicies(MongoOperations mongo, Clock clock) {
        stored = new StoredBook<>(
                mongo,
                clock,
                new StoredBook.Form<>(
                        "the SLA policy book",
                        COLLECTION,
                        SlaPolicyBookDocument.ID,
                        SlaPolicyBookDocument.class,
                        SlaPolicyBookDocument::toBook,
                        SlaPolicyBookDocument::of,
                        SlaPolicyBook::version));
    }

    @Override
    public SlaPolicyBook inForce() {
        return stored.inForce();
    }

    @Override
    public SlaPolicyBook latest() {
        return stored.latest();
    }

    @Override
    public void replace(SlaPolicyBook book) {
        stored.replace(book);
    }

    /** Writes the first book if there is none. */
    void open(SlaPolicyBook first) {
        stored.open(first);
    }
}
