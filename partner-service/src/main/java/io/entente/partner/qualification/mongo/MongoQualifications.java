package io.entente.partner.qualification.mongo;

import io.entente.partner.qualification.Qualification;
import io.entente.partner.qualification.QualificationAssessed;
import io.entente.partner.qualification.Qualifications;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Saved;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

/** Qualifications in the collection {@code qualifications}, each with its outbox. */
@Repository
class MongoQualifications implements Qualifications {

    static final String COLLECTION = "qualifications";

    private final AggregateStore<Qualification, QualificationAssessed, QualificationDocument> store;

    MongoQualifications(AggregateStores stores, EventRecorder recorder) {
        this.store = stores.of(new QualificationMapping(recorder));
    }

    @Override
    public Optional<Qualification> find(String id) {
        return store.find(id);
    }

    @Override
    public boolean add(Change<Qualification, QualificationAssessed> first) {
        return store.insert(first, null).isPresent();
    }

    @Override
    public Optional<Decision<Qualification>> change(
            String id, Function<Qualification, Decision<Change<Qualification, QualificationAssessed>>> decide) {
        return store.change(id, decide).map(decision -> decision.map(Saved::state));
    }
}
