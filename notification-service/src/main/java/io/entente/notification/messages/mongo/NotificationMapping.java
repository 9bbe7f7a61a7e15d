package io.entente.notification.messages.mongo;

import io.entente.notification.delivery.DeliveryEnded;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores notifications with the events that say how their deliveries ended. */
final class NotificationMapping implements AggregateMapping<NotificationDocument, DeliveryEnded, NotificationDocument> {

    private final DeliveryRecords records;

    NotificationMapping(EventRecorder recorder) {
        this.records = new DeliveryRecords(recorder);
    }

    @Override
    public String collection() {
        return MongoNotifications.COLLECTION;
    }

    @Override
    public Class<NotificationDocument> documentType() {
        return NotificationDocument.class;
    }

    @Override
    public long version(NotificationDocument notification) {
        return notification.version();
    }

    @Override
    public NotificationDocument read(NotificationDocument document) {
        return document;
    }

    @Override
    public NotificationDocument write(
            NotificationDocument notification, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return notification.with(outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<NotificationDocument, DeliveryEnded> change, Instant now) {
        return change.events().stream()
                .map(ended -> records.of(change.state(), ended))
                .toList();
    }
}
