package io.entente.platform.events.store;

import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of an aggregate. Besides the aggregate's own fields it carries {@code _id}, {@code version},
 * {@code outbox} and, if a request created the aggregate, {@code receipt}.
 */
public interface AggregateDocument {

    String id();

    /** 1 when the document is created, one more with each write. */
    long version();

    /** The events that the broker has not acknowledged yet; null if there are none. */
    @Nullable
    Outbox outbox();

    /** What was answered to the request that created the aggregate; null if no request created it. */
    default @Nullable Receipt receipt() {
        return null;
    }
}
