package io.entente.notification.messages.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.notification.delivery.DeliveryEnded;
import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.delivery.Outgoing;
import io.entente.notification.delivery.OutgoingMail;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.runtime.lease.Lease;
import io.entente.platform.runtime.lease.Leased;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Stores outgoing mails in the documents of their notifications. A mail that waits has {@code email.nextAttemptAt}. A lease
 * moves that time to the end of the lease, so the mail of a worker that died becomes due again. The end of a delivery is published
 * in the write that stores it.
 */
@Repository
class MongoOutgoing implements Outgoing {

    static final String NEXT_ATTEMPT = "email.nextAttemptAt";
    private static final String TOKEN = "claim";
    private static final String COLLECTION = MongoNotifications.COLLECTION;

    private final MongoOperations mongo;
    private final AggregateStore<NotificationDocument, DeliveryEnded, NotificationDocument> store;

    MongoOutgoing(MongoOperations mongo, AggregateStores stores, EventRecorder recorder) {
        this.mongo = mongo;
        this.store = stores.of(new NotificationMapping(recorder));
    }

    @Override
    public List<String> due(Instant now, int limit) {
        Query query = new Query(where(NEXT_ATTEMPT).lte(Date.from(now)))
                .with(Sort.by(NEXT_ATTEMPT))
                .limit(limit);
        query.fields().include("_id");
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(found -> found.getString("_id"))
                .toList();
    }

    @Override
    public Optional<Leased<OutgoingMail>> acquire(Lease lease, Instant now) {
        Query due = new Query(where("_id").is(lease.itemId()).and(NEXT_ATTEMPT).lte(Date.from(now)));
        Update held = new Update()
                .set(NEXT_ATTEMPT, Date.from(lease.until()))
                .set(TOKEN, lease.token())
                .inc(NotificationDocument.VERSION, 1L);
        return Optional.ofNullable(mongo.findAndModify(
                        due,
                        held,
                        FindAndModifyOptions.options().returnNew(true),
                        NotificationDocument.class,
                        COLLECTION))
                .map(document -> new Leased<>(document.toOutgoingMail(), lease));
    }

    @Override
    public boolean complete(Lease lease, EmailDelivery after) {
        return OptimisticRetry.retryOnConflict(() -> {
            Optional<Loaded<NotificationDocument>> mine = store.load(lease.itemId())
                    .filter(loaded -> lease.token().equals(loaded.state().claim()));
            if (mine.isPresent()) {
                NotificationDocument before = mine.get().state();
                CompletableFuture<Void> unused = store.replace(mine.get(), before.attempted(after));
            }
            return mine.isPresent();
        });
    }

    @Override
    public Backlog backlog() {
        Query pending = new Query(where(NEXT_ATTEMPT).exists(true));
        long count = mongo.count(pending, COLLECTION);
        if (count == 0) {
            return new Backlog(0, null);
        }
        NotificationDocument oldest =
                mongo.findOne(pending.with(Sort.by("email.since")).limit(1), NotificationDocument.class, COLLECTION);
        return new Backlog(
                count,
                oldest == null || oldest.email() == null ? null : oldest.email().since());
    }
}
