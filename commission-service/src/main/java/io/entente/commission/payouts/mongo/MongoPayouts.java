package io.entente.commission.payouts.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutEvent;
import io.entente.commission.payouts.PayoutId;
import io.entente.commission.payouts.Payouts;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.events.outbox.AggregateWriter;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Payouts in the collection {@code payouts}, each with its outbox. The payouts of a batch are a range of ids. */
@Repository
class MongoPayouts implements Payouts {

    static final String COLLECTION = "payouts";

    /** The number of payouts of a batch that are read at once. */
    private static final int BLOCK = 200;

    private final MongoOperations mongo;
    private final AggregateWriter writer;
    private final PayoutRecords records;
    private final MeterRegistry meters;
    private final Clock clock;

    MongoPayouts(
            MongoOperations mongo, AggregateWriter writer, EventRecorder recorder, MeterRegistry meters, Clock clock) {
        this.mongo = mongo;
        this.writer = writer;
        this.records = new PayoutRecords(recorder);
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Optional<Payout> find(PayoutId id) {
        return stored(id).map(PayoutDocument::toPayout);
    }

    @Override
    public boolean add(Payout planned) {
        try {
            CompletableFuture<Void> unused =
                    writer.insert(COLLECTION, PayoutDocument.of(planned, clock.instant(), null));
            count(planned);
            return true;
        } catch (DuplicateKeyException there) {
            return false;
        }
    }

    @Override
    public void update(Change<Payout, PayoutEvent> changed) {
        Payout payout = changed.state();
        PayoutDocument before =
                stored(payout.id()).orElseThrow(() -> new ConcurrentUpdateException("gone: " + payout.id()));
        Instant now = clock.instant();
        Outbox outbox = Outbox.after(before.outbox(), payout.version(), now, records.of(payout, changed.events()));
        CompletableFuture<Void> unused = writer.replace(COLLECTION, PayoutDocument.of(payout, now, outbox));
        if (payout.state() != before.state()) {
            count(payout);
        }
    }

    @Override
    public void forEach(String batchId, Consumer<Payout> reader) {
        String after = PayoutId.rangeOf(batchId);
        List<PayoutDocument> block;
        do {
            block = mongo.find(
                    new Query(ofBatch(batchId, after)).with(Sort.by("_id")).limit(BLOCK),
                    PayoutDocument.class,
                    COLLECTION);
            block.forEach(document -> reader.accept(document.toPayout()));
            after = block.isEmpty() ? after : block.get(block.size() - 1).id();
        } while (block.size() == BLOCK);
    }

    @Override
    public Page<Payout> list(@Nullable String batchId, @Nullable PartnerId partner, PageRequest page) {
        Criteria criteria = batchId != null
                ? ofBatch(batchId, page.after() == null ? PayoutId.rangeOf(batchId) : page.after())
                : page.after() == null ? new Criteria() : where("_id").gt(page.after());
        if (partner != null) {
            criteria = criteria.and("partnerId").is(partner.value());
        }
        List<PayoutDocument> found = mongo.find(
                new Query(criteria).with(Sort.by("_id")).limit(page.fetch()), PayoutDocument.class, COLLECTION);
        return Page.of(found, page, PayoutDocument::id).map(PayoutDocument::toPayout);
    }

    @Override
    public List<Payout> unsettled(Instant begunBefore, int count) {
        Query left = query(where("settlingSince").lte(begunBefore)).limit(count);
        return mongo.find(left, PayoutDocument.class, COLLECTION).stream()
                .map(PayoutDocument::toPayout)
                .toList();
    }

    @Override
    public void paidBetween(LocalDate from, LocalDate to, Consumer<Payout> reader) {
        Query paid = query(where("paidOn").gte(from.toString()).lte(to.toString()));
        try (Stream<PayoutDocument> all = mongo.stream(paid, PayoutDocument.class, COLLECTION)) {
            all.filter(document -> document.state() == Payout.State.PAID)
                    .forEach(document -> reader.accept(document.toPayout()));
        }
    }

    /** The character '/' follows '.'. */
    private static Criteria ofBatch(String batchId, String after) {
        return where("_id").gt(after).lt(batchId + "/");
    }

    private Optional<PayoutDocument> stored(PayoutId id) {
        return Optional.ofNullable(mongo.findById(id.value(), PayoutDocument.class, COLLECTION));
    }

    private void count(Payout payout) {
        meters.counter("entente.payouts", "state", payout.state().name(), "currency", currency(payout))
                .increment();
    }

    private static String currency(Payout payout) {
        return payout.amount().getCurrencyUnit().getCode();
    }
}
