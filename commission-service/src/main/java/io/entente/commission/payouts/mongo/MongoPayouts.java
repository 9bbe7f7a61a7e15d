package io.entente.commission.payouts.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutEvent;
import io.entente.commission.payouts.PayoutId;
import io.entente.commission.payouts.Payouts;
import io.entente.commission.payouts.lists.ListedPayout;
import io.entente.commission.payouts.lists.PayoutFilter;
import io.entente.commission.payouts.lists.PayoutList;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.runtime.lists.IndexedList;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Payouts in the collection {@code payouts}, each with its outbox. The payouts of a batch are a range of ids. */
@Repository
class MongoPayouts implements Payouts, PayoutList {

    static final String COLLECTION = "payouts";
    static final String REFERENCE = "reference";
    static final String WAITING_CORRECTION = "waitingCorrection";

    /** The number of payouts of a batch that are read at once. */
    private static final int BLOCK = 200;

    private final AggregateStore<Payout, PayoutEvent, PayoutDocument> store;
    private final MongoOperations mongo;
    private final MeterRegistry meters;
    private final IndexedList list;
    private final MongoCorrectionList corrections;

    MongoPayouts(
            AggregateStores stores,
            MongoOperations mongo,
            EventRecorder recorder,
            MeterRegistry meters,
            MongoCorrectionList corrections,
            Clock clock) {
        this.store = stores.of(new PayoutMapping(recorder));
        this.mongo = mongo;
        this.meters = meters;
        this.corrections = corrections;
        this.list = new IndexedList(mongo, COLLECTION, ListedPayout.ORDERS, clock);
    }

    @Override
    public Optional<Payout> find(PayoutId id) {
        return store.find(id.value());
    }

    @Override
    public Optional<Payout> findByEndToEndId(String endToEndId) {
        return store.find(query(where(REFERENCE).is(endToEndId)).limit(1)).stream()
                .findFirst();
    }

    @Override
    public boolean add(Payout planned) {
        boolean added = store.insert(new Change<>(planned, List.of()), null).isPresent();
        if (added) {
            count(planned);
        }
        return added;
    }

    @Override
    public Optional<Loaded<Payout>> load(PayoutId id) {
        return store.load(id.value());
    }

    @Override
    public void update(Loaded<Payout> before, Change<Payout, PayoutEvent> changed) {
        corrections.before(before.state(), changed.state());
        CompletableFuture<Void> unused = store.replace(before, changed);
        corrections.after(before.state(), changed.state());
        if (changed.state().state() != before.state().state()) {
            count(changed.state());
        }
    }

    @Override
    public void forEach(String batchId, Consumer<Payout> reader) {
        String after = PayoutId.rangeOf(batchId);
        List<Payout> block;
        do {
            block = store.find(
                    new Query(ofBatch(batchId, after)).with(Sort.by("_id")).limit(BLOCK));
            block.forEach(reader);
            after = block.isEmpty() ? after : block.get(block.size() - 1).id().value();
        } while (block.size() == BLOCK);
    }

    @Override
    public Page<Payout> ofBatch(String batchId, PageRequest page) {
        String after = page.after() == null ? PayoutId.rangeOf(batchId) : page.after();
        List<Payout> found = store.find(
                new Query(ofBatch(batchId, after)).with(Sort.by("_id")).limit(page.fetch()));
        return Page.of(found, page, payout -> payout.id().value());
    }

    @Override
    public Page<Payout> page(PayoutFilter filter, PageRequest page) {
        Page<String> ids = list.page(ListedPayout.query(filter), page);
        Map<String, Payout> found =
                store
                        .find(query(where("_id").in(ids.items()))
                                .limit(Math.max(1, ids.items().size())))
                        .stream()
                        .collect(Collectors.toMap(payout -> payout.id().value(), Function.identity()));
        return new Page<>(
                ids.items().stream().map(found::get).filter(Objects::nonNull).toList(), ids.next());
    }

    @Override
    public List<Payout> unsettled(Instant begunBefore, int count) {
        return store.find(query(where("settlingSince").lte(begunBefore)).limit(count));
    }

    @Override
    public void paidBetween(@Nullable PartnerId partner, LocalDate from, LocalDate to, Consumer<Payout> reader) {
        Criteria days = partner == null
                ? where("paidOn")
                : where("partnerId").is(partner.value()).and("paidOn");
        Query paid = query(days.gte(from.toString()).lte(to.toString()));
        try (Stream<PayoutDocument> all = mongo.stream(paid, PayoutDocument.class, COLLECTION)) {
            all.filter(document -> document.state() == Payout.State.PAID)
                    .forEach(document -> reader.accept(document.toPayout()));
        }
    }

    /** The character '/' follows '.'. */
    private static Criteria ofBatch(String batchId, String after) {
        return where("_id").gt(after).lt(batchId + "/");
    }

    private void count(Payout payout) {
        meters.counter("entente.payouts", "state", payout.state().name(), "currency", currency(payout))
                .increment();
    }

    private static String currency(Payout payout) {
        return payout.amount().getCurrencyUnit().getCode();
    }
}
