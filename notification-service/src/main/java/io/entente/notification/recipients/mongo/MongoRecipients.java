package io.entente.notification.recipients.mongo;

import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.notification.recipients.Recipient;
import io.entente.notification.recipients.Recipients;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.events.replica.ReplicaTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Recipients in the collection {@code recipients}, a copy of the topic {@code partner.profiles}. Nothing is kept in memory, so
 * a person who has been erased gets no mail from that moment on, whichever instance sends it.
 */
@Repository
class MongoRecipients implements Recipients {

    static final String COLLECTION = "recipients";

    private final ReplicaTable<RecipientDocument, Recipient> table;

    MongoRecipients(MongoOperations mongo, Ticker ticker) {
        this.table = new ReplicaTable<>(
                mongo,
                new ReplicaTable.Form<>(
                        COLLECTION,
                        RecipientDocument.class,
                        RecipientDocument::toRecipient,
                        RecipientDocument::of,
                        Recipient::partnerId,
                        Recipient::version,
                        List.of("name", "contacts", "team")),
                Duration.ZERO,
                ticker);
    }

    @Override
    public Optional<Recipient> find(String partnerId) {
        return table.find(partnerId);
    }

    @Override
    public boolean keep(Recipient recipient) {
        return table.apply(recipient) == Handled.APPLIED;
    }

    @Override
    public boolean erase(String partnerId) {
        return table.erase(partnerId) == Handled.APPLIED;
    }
}
