package io.entente.partner.partnership.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.AggregateWriter;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Partners in the collection {@code partners}, each with its outbox. */
@Repository
class MongoPartners implements Partners {

    static final String COLLECTION = "partners";

    private final MongoOperations mongo;
    private final AggregateWriter writer;
    private final PartnerRecords records;
    private final Clock clock;

    MongoPartners(MongoOperations mongo, AggregateWriter writer, EventRecorder recorder, Clock clock) {
        this.mongo = mongo;
        this.writer = writer;
        this.records = new PartnerRecords(recorder);
        this.clock = clock;
    }

    @Override
    public Optional<Partner> find(PartnerId id) {
        return stored(id).map(PartnerDocument::toPartner);
    }

    @Override
    public Page<Partner> list(@Nullable PartnerStatus status, PageRequest page) {
        Criteria criteria = new Criteria();
        if (status != null) {
            criteria = criteria.and("status").is(status);
        }
        if (page.after() != null) {
            criteria = criteria.and("_id").gt(page.after());
        }
        Query query = new Query(criteria).with(Sort.by("_id")).limit(page.fetch());
        List<PartnerDocument> found = mongo.find(query, PartnerDocument.class, COLLECTION);
        return Page.of(found, page, PartnerDocument::id).map(PartnerDocument::toPartner);
    }

    @Override
    public boolean add(Change<Partner, PartnerEvent> applied, Actor actor, Receipt receipt) {
        try {
            CompletableFuture<Void> unused = writer.insert(COLLECTION, document(applied, actor, receipt, null));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public Optional<Receipt> receipt(PartnerId id) {
        return stored(id).map(PartnerDocument::receipt);
    }

    @Override
    public void update(Change<Partner, PartnerEvent> change, Actor actor) {
        PartnerId id = change.state().id();
        PartnerDocument before = stored(id).orElseThrow(() -> new ConcurrentUpdateException("gone: " + id));
        CompletableFuture<Void> unused =
                writer.replace(COLLECTION, document(change, actor, before.receipt(), before.outbox()));
    }

    private Optional<PartnerDocument> stored(PartnerId id) {
        return Optional.ofNullable(
                mongo.findOne(new Query(where("_id").is(id.value())), PartnerDocument.class, COLLECTION));
    }

    private PartnerDocument document(
            Change<Partner, PartnerEvent> change, Actor actor, Receipt receipt, @Nullable Outbox pending) {
        Partner partner = change.state();
        Instant now = clock.instant();
        Outbox outbox = Outbox.after(pending, partner.version(), now, records.of(partner, change.events(), actor, now));
        return PartnerDocument.of(partner, receipt, outbox);
    }
}
