package io.entente.referral.referral.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListConditions;
import io.entente.referral.referral.EmbeddedDeals;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.lists.ListedReferral;
import io.entente.referral.referral.lists.ReferralFilter;
import io.entente.referral.referral.lists.ReferralList;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Stores referrals in the collection {@code referrals}, each with its outbox. */
@Repository
class MongoReferrals implements Referrals, ReferralList {

    static final String COLLECTION = "referrals";

    private static final String ID = "_id";
    private static final String EMBEDDED_DEALS = "deals";

    private final MongoOperations mongo;
    private final AggregateStore<Referral, ReferralEvent, ReferralDocument> store;
    private final IndexedList list;
    private final EmbeddedDeals embeddedDeals;
    private final ReferralMetrics metrics;
    private final BreachCounter breaches;

    MongoReferrals(
            MongoOperations mongo,
            AggregateStores stores,
            EventRecorder recorder,
            EmbeddedDeals embeddedDeals,
            MeterRegistry registry,
            Clock clock) {
        this.mongo = mongo;
        this.store = stores.of(new ReferralMapping(recorder, this::takeOverDeals));
        this.list = new IndexedList(mongo, COLLECTION, ListedReferral.ORDERS, clock);
        this.embeddedDeals = embeddedDeals;
        this.metrics = new ReferralMetrics(registry);
        this.breaches = new BreachCounter(registry);
    }

    @Override
    public Optional<Referral> find(ReferralId id) {
        return store.find(id.value());
    }

    @Override
    public Optional<Loaded<Referral>> load(ReferralId id) {
        return store.load(id.value());
    }

    @Override
    public Page<Referral> list(ReferralFilter filter, PageRequest page) {
        Page<String> ids = list.page(ListedReferral.query(filter), page);
        Map<String, Referral> found = store.find(new Query(where(ID).in(ids.items()))).stream()
                .collect(Collectors.toMap(referral -> referral.id().value(), referral -> referral));
        return new Page<>(
                ids.items().stream().map(found::get).filter(Objects::nonNull).toList(), ids.next());
    }

    @Override
    public Set<ReferralId> won(Collection<ReferralId> ids) {
        return among(ids, where("status").is(ReferralStatus.WON));
    }

    @Override
    public Set<ReferralId> submittedBy(String author, Collection<ReferralId> ids) {
        return ids.isEmpty() ? Set.of() : among(ids, ListConditions.filter(ListedReferral.ofAuthor(author)));
    }

    private Set<ReferralId> among(Collection<ReferralId> ids, Criteria condition) {
        Query query = new Query(new Criteria().andOperator(where(ID).in(values(ids)), condition));
        query.fields().include(ID);
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(found -> new ReferralId(found.getString(ID)))
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<CompletableFuture<Void>> add(Change<Referral, ReferralEvent> submitted, @Nullable Receipt receipt) {
        Optional<CompletableFuture<Void>> published = store.insert(submitted, receipt);
        if (published.isPresent()) {
            metrics.stored(submitted);
        }
        return published;
    }

    @Override
    public Map<ReferralId, Loaded<Referral>> loadAll(Collection<ReferralId> ids) {
        return store.loadAll(values(ids)).values().stream()
                .collect(Collectors.toMap(loaded -> loaded.state().id(), loaded -> loaded));
    }

    @Override
    public List<Optional<CompletableFuture<Void>>> addAll(List<Change<Referral, ReferralEvent>> submitted) {
        List<Optional<CompletableFuture<Void>>> published = store.insertAll(submitted);
        for (int i = 0; i < submitted.size(); i++) {
            if (published.get(i).isPresent()) {
                metrics.stored(submitted.get(i));
            }
        }
        return published;
    }

    @Override
    public CompletableFuture<Void> publishAll(Collection<ReferralId> ids) {
        return store.publishAll(values(ids));
    }

    private static List<String> values(Collection<ReferralId> ids) {
        return ids.stream().map(ReferralId::value).toList();
    }

    @Override
    public Optional<Receipt> receipt(ReferralId id) {
        return store.receipt(id.value());
    }

    @Override
    public CompletableFuture<Void> update(Loaded<Referral> before, Change<Referral, ReferralEvent> change) {
        CompletableFuture<Void> published = store.replace(before, change);
        metrics.stored(change);
        breaches.stored(change.events());
        return published;
    }

    @Override
    public CompletableFuture<Void> publish(ReferralId id) {
        return store.publish(id.value());
    }

    /**
     * Stores the embedded deals before the referral is read. If a crash comes in between, the conversion is simply
     * repeated.
     */
    private void takeOverDeals(ReferralDocument document) {
        List<Document> deals = document.deals();
        if (deals == null) {
            return;
        }
        if (!deals.isEmpty()) {
            embeddedDeals.takeOver(new ReferralId(document.id()), document.partnerId(), deals);
        }
        mongo.updateFirst(
                new Query(where(ID).is(document.id()).and("version").is(document.version())),
                new Update().unset(EMBEDDED_DEALS),
                COLLECTION);
    }
}
