package io.entente.notification.messages.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.delivery.Outgoing;
import io.entente.notification.delivery.OutgoingMail;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Stores outgoing mails in the documents of their notifications. A mail that waits has {@code email.nextAttemptAt}. A lease
 * moves that time to the end of the lease, so the mail of a worker that died becomes due again.
 */
@Repository
class MongoOutgoing implements Outgoing {

    static final String NEXT_ATTEMPT = "email.nextAttemptAt";
    private static final String TOKEN = "claim";
    private static final String COLLECTION = MongoNotifications.COLLECTION;

    private final MongoOperations mongo;

    MongoOutgoing(MongoOperations mongo) {
        this.mongo = mongo;
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
    public Optional<OutgoingMail> lease(String notificationId, String token, Instant now, Instant leaseUntil) {
        Query due = new Query(where("_id").is(notificationId).and(NEXT_ATTEMPT).lte(Date.from(now)));
        Update lease = new Update().set(NEXT_ATTEMPT, Date.from(leaseUntil)).set(TOKEN, token);
        return Optional.ofNullable(mongo.findAndModify(
                        due,
                        lease,
                        FindAndModifyOptions.options().returnNew(true),
                        NotificationDocument.class,
                        COLLECTION))
                .map(NotificationDocument::toOutgoingMail);
    }

    @Override
    public boolean complete(OutgoingMail leased, EmailDelivery after) {
        Query mine =
                new Query(where("_id").is(leased.notificationId()).and(TOKEN).is(leased.leaseToken()));
        Update update = new Update().set("email", after).unset(TOKEN);
        return mongo.updateFirst(mine, update, NotificationDocument.class, COLLECTION)
                        .getMatchedCount()
                == 1;
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
