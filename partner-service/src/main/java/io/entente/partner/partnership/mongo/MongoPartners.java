package io.entente.partner.partnership.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.partnership.ListedPartner;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerFilter;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.Saved;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.runtime.lists.IndexedList;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Partners in the collection {@code partners}, each with its outbox. */
@Repository
class MongoPartners implements Partners {

    static final String COLLECTION = "partners";
    static final String REVIEW_ON = "pauseReviewOn";
    static final String TIER_CHANGES_ON = "tierChangesOn";

    /** Sorts before every day. */
    private static final String NO_DAY = "";

    private final MongoOperations mongo;
    private final IndexedList list;
    private final AggregateStore<Partner, PartnerEvent, PartnerDocument> store;

    MongoPartners(MongoOperations mongo, AggregateStores stores, EventRecorder recorder, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, ListedPartner.ORDERS, clock);
        this.store = stores.of(new PartnerMapping(recorder));
    }

    @Override
    public Optional<Partner> find(PartnerId id) {
        return store.find(id.value());
    }

    @Override
    public Page<Partner> list(PartnerFilter filter, PageRequest page) {
        Page<String> ids = list.page(ListedPartner.query(filter), page);
        Map<String, Partner> found = store.find(new Query(where("_id").in(ids.items()))).stream()
                .collect(Collectors.toMap(partner -> partner.id().value(), partner -> partner));
        return new Page<>(
                ids.items().stream().map(found::get).filter(Objects::nonNull).toList(), ids.next());
    }

    @Override
    public List<PartnerId> pausesToReview(LocalDate today, int limit) {
        Query due = query(where(REVIEW_ON).gt(NO_DAY).lte(today.toString()))
                .with(Sort.by(REVIEW_ON))
                .limit(limit);
        return store.find(due).stream().map(Partner::id).toList();
    }

    @Override
    public boolean add(Change<Partner, PartnerEvent> applied, Receipt receipt) {
        return store.insert(applied, receipt).isPresent();
    }

    @Override
    public Optional<Receipt> receipt(PartnerId id) {
        return store.receipt(id.value());
    }

    @Override
    public List<String> ids(@Nullable String after, int count) {
        Query page = after == null ? new Query() : query(where("_id").gt(after));
        page.fields().include("_id");
        return mongo.find(page.with(Sort.by("_id")).limit(count), Document.class, COLLECTION).stream()
                .map(document -> document.getString("_id"))
                .toList();
    }

    @Override
    public List<PartnerId> tierChangesDue(LocalDate today, int limit) {
        Query due = query(where(TIER_CHANGES_ON).gt(NO_DAY).lte(today.toString()))
                .with(Sort.by(TIER_CHANGES_ON))
                .limit(limit);
        return store.find(due).stream().map(Partner::id).toList();
    }

    @Override
    public Optional<Decision<Saved<Partner, PartnerEvent>>> change(
            PartnerId id, Function<Partner, Decision<Change<Partner, PartnerEvent>>> decide) {
        return store.change(id.value(), decide);
    }
}
