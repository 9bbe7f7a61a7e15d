package io.entente.partner.references.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.references.ReferenceEvent;
import io.entente.partner.references.ReferenceRequest;
import io.entente.partner.references.ReferenceRequests;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.Saved;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.secrets.DataKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Requests for references in the collection {@code reference_requests}, each with its outbox. */
@Repository
class MongoReferenceRequests implements ReferenceRequests {

    static final String COLLECTION = "reference_requests";
    static final String DUE_AT = "dueAt";
    static final String PARTNER = "partnerId";

    private final MongoOperations mongo;
    private final AggregateStore<ReferenceRequest, ReferenceEvent, RequestDocument> store;
    private final DataKeys keys;
    private final Clock clock;

    MongoReferenceRequests(
            MongoOperations mongo, AggregateStores stores, EventRecorder recorder, DataKeys keys, Clock clock) {
        this.mongo = mongo;
        this.store = stores.of(new RequestMapping(recorder));
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<ReferenceRequest> find(String id) {
        return store.find(id);
    }

    @Override
    public Page<ReferenceRequest> of(PartnerId partner, PageRequest page) {
        return store.page(where(PARTNER).is(partner.value()), page);
    }

    @Override
    public long count(PartnerId partner) {
        return mongo.count(query(where(PARTNER).is(partner.value())), COLLECTION);
    }

    @Override
    public boolean add(Change<ReferenceRequest, ReferenceEvent> asked, Receipt receipt) {
        return store.insert(asked, receipt).isPresent();
    }

    @Override
    public Optional<Receipt> receipt(String id) {
        return store.receipt(id);
    }

    @Override
    public Optional<Decision<ReferenceRequest>> change(
            String id, Function<ReferenceRequest, Decision<Change<ReferenceRequest, ReferenceEvent>>> decide) {
        return store.change(id, decide).map(decision -> decision.map(Saved::state));
    }

    @Override
    public List<ReferenceRequest> due(Instant now, int limit) {
        return store.find(query(where(DUE_AT).gt(Date.from(Instant.EPOCH)).lte(Date.from(now)))
                .with(Sort.by(DUE_AT))
                .limit(limit));
    }

    @Override
    public void erase(PartnerId partner) {
        keys.destroy(dataKey(partner.value()), clock.instant());
    }

    /** The name of the data key of a partner's referees. */
    static String dataKey(String partner) {
        return partner + "#references";
    }
}
