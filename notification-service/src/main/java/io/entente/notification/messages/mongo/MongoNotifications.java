package io.entente.notification.messages.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.notification.delivery.DeliveryEnded;
import io.entente.notification.delivery.EmailDelivery;
import io.entente.notification.messages.MailCopy;
import io.entente.notification.messages.Notification;
import io.entente.notification.messages.NotificationFilter;
import io.entente.notification.messages.Notifications;
import io.entente.notification.messages.OutsideMail;
import io.entente.notification.recipients.Team;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Stores notifications in the collection {@code notifications}. A notification to a partner is published as delivered to its inbox in the
 * same write.
 */
@Repository
class MongoNotifications implements Notifications {

    static final String COLLECTION = "notifications";
    static final String COPY_OF = "copy.of";
    static final String REFERRAL = "referralId";
    static final String ABOUT = "about";

    /** Absent as soon as the mail is sent or withdrawn. */
    static final String SEALED = "outside.sealed";

    static final String OUTSIDE_ABOUT = "outside.about";

    private static final String ERASED = "erased";

    private final MongoOperations mongo;
    private final AggregateStore<NotificationDocument, DeliveryEnded, NotificationDocument> store;
    private final Counter shownInInbox;

    MongoNotifications(MongoOperations mongo, AggregateStores stores, EventRecorder recorder, MeterRegistry registry) {
        this.mongo = mongo;
        this.store = stores.of(new NotificationMapping(recorder));
        this.shownInInbox = Counter.builder("entente.notifications.sent")
                .description("Notifications that were sent, by channel")
                .tag("channel", "inbox")
                .register(registry);
    }

    @Override
    public boolean add(Notification notification) {
        boolean isNew = insert(NotificationDocument.of(notification));
        if (isNew) {
            shownInInbox.increment();
        }
        return isNew;
    }

    @Override
    public boolean add(MailCopy copy) {
        return insert(NotificationDocument.of(copy));
    }

    @Override
    public boolean add(OutsideMail mail) {
        return insert(NotificationDocument.of(mail));
    }

    @Override
    public boolean withdrawAbout(String about) {
        Query waiting = new Query(where(OUTSIDE_ABOUT).is(about).and(SEALED).exists(true));
        return mongo.updateMulti(waiting, new Update().unset(SEALED).inc(NotificationDocument.VERSION, 1L), COLLECTION)
                        .getModifiedCount()
                > 0;
    }

    private boolean insert(NotificationDocument document) {
        return store.insert(document.added(), null).isPresent();
    }

    @Override
    public Optional<Notification> find(String id) {
        return Optional.ofNullable(
                        mongo.findOne(new Query(where("_id").is(id)), NotificationDocument.class, COLLECTION))
                .filter(found -> found.copy() == null)
                .map(NotificationDocument::toNotification);
    }

    @Override
    public List<EmailDelivery> copiesOf(String id) {
        Query copies = new Query(where(COPY_OF).is(id)).with(Sort.by("_id")).limit(Team.MAX_ADDRESSES);
        return mongo.find(copies, NotificationDocument.class, COLLECTION).stream()
                .map(NotificationDocument::email)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public boolean existAbout(String owner) {
        return about(owner).anyMatch(query -> mongo.exists(query, COLLECTION));
    }

    @Override
    public void eraseAbout(String owner) {
        Update erased = new Update().set("subject", ERASED).set("body", ERASED).inc(NotificationDocument.VERSION, 1L);
        about(owner).forEach(query -> mongo.updateMulti(query, erased, COLLECTION));
    }

    /** Three queries, so that each is served by an index. */
    private static Stream<Query> about(String owner) {
        return Stream.of(REFERRAL, InboxQuery.PARTNER, ABOUT)
                .map(field -> new Query(where(field).is(owner)));
    }

    @Override
    public Page<Notification> list(NotificationFilter filter, PageRequest page) {
        Query query = new InboxQuery(filter).page(page);
        List<NotificationDocument> found = mongo.find(query, NotificationDocument.class, COLLECTION);
        return Page.of(found, page, last -> new InboxCursor(last.createdAt(), last.id()).text())
                .map(NotificationDocument::toNotification);
    }
}
