package io.entente.notification.delivery.worker;

import io.entente.notification.delivery.DeliverMail.Result;
import io.entente.notification.delivery.Outgoing.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator watches of the delivery: {@code entente.notifications.sent} by channel,
 * {@code entente.notifications.failed} (given up or rejected), {@code entente.notifications.retried},
 * {@code entente.notifications.pending} (mails not sent yet, at the last sweep) and {@code entente.notifications.oldest.age}
 * (seconds the oldest of them has waited).
 */
final class DeliveryMetrics {

    private final MeterRegistry registry;
    private volatile Backlog backlog = new Backlog(0, null);

    DeliveryMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        Gauge.builder("entente.notifications.pending", this, metrics -> metrics.backlog.pending())
                .description("Mails not sent yet, at the last sweep")
                .register(registry);
        Gauge.builder(
                        "entente.notifications.oldest.age",
                        this,
                        metrics -> ageInSeconds(metrics.backlog.oldest(), clock))
                .description("How long the oldest mail not sent yet has waited")
                .baseUnit("seconds")
                .register(registry);
        registry.counter("entente.notifications.sent", "channel", "email");
        registry.counter("entente.notifications.failed", "channel", "email");
    }

    void swept(Backlog now) {
        backlog = now;
    }

    void delivered(Result result) {
        switch (result) {
            case SENT ->
                registry.counter("entente.notifications.sent", "channel", "email")
                        .increment();
            case FAILED ->
                registry.counter("entente.notifications.failed", "channel", "email")
                        .increment();
            case WILL_RETRY ->
                registry.counter("entente.notifications.retried", "channel", "email")
                        .increment();
            case NOTHING_TO_DO -> {}
        }
    }

    private static double ageInSeconds(@Nullable Instant since, Clock clock) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
