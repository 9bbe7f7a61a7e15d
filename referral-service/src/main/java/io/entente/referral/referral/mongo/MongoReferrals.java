package io.entente.referral.referral.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.AggregateWriter;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Referrals;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
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

/** Referrals in the collection {@code referrals}, each with its deals and its outbox. */
@Repository
class MongoReferrals implements Referrals {

    static final String COLLECTION = "referrals";

    private final MongoOperations mongo;
    private final AggregateWriter writer;
    private final ReferralRecords records;
    private final ReferralMetrics metrics;
    private final BreachCounter breaches;
    private final Clock clock;

    MongoReferrals(
            MongoOperations mongo,
            AggregateWriter writer,
            EventRecorder recorder,
            MeterRegistry registry,
            Clock clock) {
        this.mongo = mongo;
        this.writer = writer;
        this.records = new ReferralRecords(recorder);
        this.metrics = new ReferralMetrics(registry);
        this.breaches = new BreachCounter(registry);
        this.clock = clock;
    }

    @Override
    public Optional<Referral> find(ReferralId id) {
        return stored(id).map(ReferralDocument::toReferral);
    }

    @Override
    public Page<Referral> list(@Nullable String partnerId, @Nullable ReferralStatus status, PageRequest page) {
        Criteria criteria = new Criteria();
        if (partnerId != null) {
            criteria = criteria.and("partnerId").is(partnerId);
        }
        if (status != null) {
            criteria = criteria.and("status").is(status);
        }
        if (page.after() != null) {
            criteria = criteria.and("_id").gt(page.after());
        }
        Query query = new Query(criteria).with(Sort.by("_id")).limit(page.fetch());
        List<ReferralDocument> found = mongo.find(query, ReferralDocument.class, COLLECTION);
        return Page.of(found, page, ReferralDocument::id).map(ReferralDocument::toReferral);
    }

    @Override
    public Optional<CompletableFuture<Void>> add(Change<Referral, ReferralEvent> submitted, @Nullable Receipt receipt) {
        try {
            CompletableFuture<Void> published = writer.insert(COLLECTION, document(submitted, receipt, null));
            metrics.stored(submitted);
            return Optional.of(published);
        } catch (DuplicateKeyException taken) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Receipt> receipt(ReferralId id) {
        return stored(id).map(ReferralDocument::receipt);
    }

    @Override
    public CompletableFuture<Void> update(Change<Referral, ReferralEvent> change) {
        ReferralId id = change.state().id();
        ReferralDocument before = stored(id).orElseThrow(() -> new ConcurrentUpdateException("gone: " + id));
        CompletableFuture<Void> published =
                writer.replace(COLLECTION, document(change, before.receipt(), before.outbox()));
        metrics.stored(change);
        breaches.stored(change.events());
        return published;
    }

    @Override
    public CompletableFuture<Void> publish(ReferralId id) {
        return stored(id)
                .map(document -> writer.relay(COLLECTION, document))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private Optional<ReferralDocument> stored(ReferralId id) {
        return Optional.ofNullable(
                mongo.findOne(new Query(where("_id").is(id.value())), ReferralDocument.class, COLLECTION));
    }

    private ReferralDocument document(
            Change<Referral, ReferralEvent> change, @Nullable Receipt receipt, @Nullable Outbox pending) {
        Referral referral = change.state();
        Outbox outbox =
                Outbox.after(pending, referral.version(), clock.instant(), records.of(referral, change.events()));
        return ReferralDocument.of(referral, receipt, outbox);
    }
}
