package io.entente.platform.events.store;

import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.OutboxDocument;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of an aggregate. Besides the aggregate's own fields it carries {@code _id}, {@code version},
 * {@code outbox} and, if a request created the aggregate, {@code receipt}.
 */
public interface AggregateDocument extends OutboxDocument {

    /** What was answered to the request that created the aggregate; null if no request created it. */
    default @Nullable Receipt receipt() {
        return null;
    }
}
