package io.entente.benchmarks.relay;

import io.entente.benchmarks.DealClosedEvent;
import io.entente.platform.events.envelope.Causality;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Documents with one recorded event each, as a service leaves them when the broker is unavailable. */
final class QueuedOutboxes {

    private static final int INSERT_DOCUMENTS = 2_000;
    private static final int PARTNERS = 1_000;

    private final MongoTemplate mongo;
    private final EventRecorder recorder;
    private final Tracer tracer;
    private final SmartInitializingSingleton indexes;

    QueuedOutboxes(ApplicationContext context) {
        this.mongo = context.getBean(MongoTemplate.class);
        this.recorder = context.getBean(EventRecorder.class);
        this.tracer = context.getBean(Tracer.class);
        this.indexes = context.getBean("outboxIndexes", SmartInitializingSingleton.class);
    }

    /** Drops all earlier documents and inserts {@code count} new ones, all of them older than the fast path. */
    void queue(int count) {
        mongo.dropCollection(RelayApplication.COLLECTION);
        indexes.afterSingletonsInstantiated();
        for (int from = 0; from < count; from += INSERT_DOCUMENTS) {
            mongo.insert(documents(from, Math.min(count, from + INSERT_DOCUMENTS)), RelayApplication.COLLECTION);
        }
    }

    /** Creates the same documents at every call, except for their trace. */
    List<QueuedDocument> documents(int from, int to) {
        Span span = tracer.nextSpan().start();
        try (Tracer.SpanInScope inSpan = tracer.withSpan(span);
                Causality.Scope onBehalf = Causality.enter(new Causality("request-4f1c9a7e20b84d53", null))) {
            return IntStream.range(from, to).mapToObj(this::document).toList();
        } finally {
            span.end();
        }
    }

    private QueuedDocument document(int number) {
        String id = id(number);
        return new QueuedDocument(id, 1, new Outbox(1, Instant.EPOCH, List.of(record(number))));
    }

    private OutboxRecord record(int number) {
        String partner = "01K1A7Q2M8V4R6T9W3X5%06d".formatted(number % PARTNERS);
        return recorder.record(
                DealClosedEvent.TOPIC,
                DealClosedEvent.TYPE,
                id(number),
                partner,
                1,
                Instant.EPOCH,
                DealClosedEvent.data(partner, id(number), "01K3E5G7H9J1K3M5N7P9%06d".formatted(number)));
    }

    static String id(int number) {
        return "01K2D4F6G8H0J2K4M6N8%06d".formatted(number);
    }
}
