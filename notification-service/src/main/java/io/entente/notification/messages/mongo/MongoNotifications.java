package io.entente.notification.messages.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.messaging.rest.Page;
import io.entente.messaging.rest.PageRequest;
import io.entente.notification.messages.Notification;
import io.entente.notification.messages.Notifications;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Notifications in the collection {@code notifications}. */
@Repository
class MongoNotifications implements Notifications {

    static final String COLLECTION = "notifications";
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdAt", "_id");

    private final MongoOperations mongo;

    MongoNotifications(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public boolean add(Notification notification) {
        try {
            mongo.insert(NotificationDocument.of(notification), COLLECTION);
            return true;
        } catch (DuplicateKeyException sameEvent) {
            return false;
        }
    }

    @Override
    public Optional<Notification> find(String id) {
        return Optional.ofNullable(
                        mongo.findOne(new Query(where("_id").is(id)), NotificationDocument.class, COLLECTION))
                .map(NotificationDocument::toNotification);
    }

    @Override
    public Page<Notification> inbox(String partnerId, PageRequest page) {
        Criteria criteria = where("partnerId").is(partnerId);
        if (page.after() != null) {
            InboxCursor cursor = InboxCursor.read(page.after());
            // The first bound is what an index can seek to; the second parts those of the same millisecond.
            criteria = criteria.and("createdAt")
                    .lte(cursor.createdAt())
                    .orOperator(
                            where("createdAt").lt(cursor.createdAt()),
                            where("_id").lt(cursor.id()));
        }
        Query query = new Query(criteria).with(NEWEST_FIRST).limit(page.fetch());
        List<NotificationDocument> found = mongo.find(query, NotificationDocument.class, COLLECTION);
        return Page.of(found, page, last -> new InboxCursor(last.createdAt(), last.id()).text())
                .map(NotificationDocument::toNotification);
    }
}
