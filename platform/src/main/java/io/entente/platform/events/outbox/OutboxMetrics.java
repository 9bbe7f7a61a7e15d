package io.entente.platform.events.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Measures the outboxes: {@code entente.outbox.pending} (aggregates that had unpublished events at the last sweep),
 * {@code entente.outbox.oldest.age} (seconds for which the oldest of them has waited), {@code entente.outbox.published}
 * (acknowledged records by topic) and {@code entente.outbox.publish.failures}.
 */
public final class OutboxMetrics {

    private final MeterRegistry registry;
    private final Map<String, Counter> published = new ConcurrentHashMap<>();
    private final AtomicLong pending = new AtomicLong();
    private final AtomicReference<@Nullable Instant> oldest = new AtomicReference<>();

    public OutboxMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        Gauge.builder("entente.outbox.pending", pending, AtomicLong::get)
                .description("Aggregates that had unpublished events at the last sweep")
                .register(registry);
        Gauge.builder("entente.outbox.oldest.age", oldest, held -> ageInSeconds(held.get(), clock))
                .description("How long the oldest unpublished event has been waiting")
                .baseUnit("seconds")
                .register(registry);
    }

    void swept(long pendingNow, @Nullable Instant oldestNow) {
        pending.set(pendingNow);
        oldest.set(oldestNow);
    }

    void published(String topic) {
        published
                .computeIfAbsent(topic, name -> registry.counter("entente.outbox.published", "topic", name))
                .increment();
    }

    void publishFailed() {
        registry.counter("entente.outbox.publish.failures").increment();
    }

    private static double ageInSeconds(@Nullable Instant since, Clock clock) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
