package io.entente.commission.payments.mongo;

import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** The stored form of a notice, which needs no more than its id and its event. */
record NoticeDocument(@Id String id, long version, @Nullable Outbox outbox) implements AggregateDocument {}
