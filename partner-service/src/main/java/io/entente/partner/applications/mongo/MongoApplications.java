package io.entente.partner.applications.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.applications.ApplicationEvent;
import io.entente.partner.applications.Applications;
import io.entente.partner.applications.PartnerApplication;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.Saved;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/** Applications in the collection {@code partner_applications}, each with its outbox. */
@Repository
class MongoApplications implements Applications {

    static final String COLLECTION = "partner_applications";
    static final String DUE_AT = "dueAt";
    private static final String OUTBOX = "outbox";

    private final MongoOperations mongo;
    private final AggregateStore<PartnerApplication, ApplicationEvent, ApplicationDocument> store;

    MongoApplications(MongoOperations mongo, AggregateStores stores, EventRecorder recorder, ObjectMapper json) {
        this.mongo = mongo;
        this.store = stores.of(new ApplicationMapping(recorder, json));
    }

    @Override
    public Optional<PartnerApplication> find(String id) {
        return store.find(id);
    }

    @Override
    public boolean add(Change<PartnerApplication, ApplicationEvent> submitted, Receipt receipt) {
        return store.insert(submitted, receipt).isPresent();
    }

    @Override
    public Optional<Receipt> receipt(String id) {
        return store.receipt(id);
    }

    @Override
    public Optional<Decision<PartnerApplication>> change(
            String id, Function<PartnerApplication, Decision<Change<PartnerApplication, ApplicationEvent>>> decide) {
        return store.change(id, decide).map(decision -> decision.map(Saved::state));
    }

    @Override
    public List<PartnerApplication> due(Instant now, int limit) {
        return store.find(query(where(DUE_AT).gt(Date.from(Instant.EPOCH)).lte(Date.from(now)))
                .with(Sort.by(DUE_AT))
                .limit(limit));
    }

    @Override
    public void forget(String id, Instant now) {
        mongo.remove(
                query(where("_id")
                        .is(id)
                        .and(DUE_AT)
                        .lte(Date.from(now))
                        .and(OUTBOX)
                        .exists(false)),
                COLLECTION);
    }
}
