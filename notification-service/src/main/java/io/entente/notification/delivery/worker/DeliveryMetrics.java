package io.entente.notification.delivery.worker;

import io.entente.notification.delivery.DeliverMail.Result;
import io.entente.notification.delivery.Outgoing.Backlog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of the delivery: {@code entente.notifications.sent} by channel, {@code entente.notifications.failed} (rejected
 * or given up), {@code entente.notifications.retried}, {@code entente.notifications.pending} (mails that wait, at the last
 * sweep) and {@code entente.notifications.oldest.age} (how many seconds the oldest of them has waited).
 */
final class DeliveryMetrics {

    private final Counter sent;
    private final Counter failed;
    private final Counter retried;
    private volatile Backlog backlog = new Backlog(0, null);

    DeliveryMetrics(MeterRegistry registry, Clock clock) {
        Gauge.builder("entente.notifications.pending", this, metrics -> metrics.backlog.pending())
                .description("Mails that wait to be sent, at the last sweep")
                .register(registry);
        Gauge.builder(
                        "entente.notifications.oldest.age",
                        this,
                        metrics -> ageInSeconds(metrics.backlog.oldest(), clock))
                .description("How long the oldest mail that waits to be sent has waited")
                .baseUnit("seconds")
                .register(registry);
        this.sent = counter("sent", "Notifications that were sent, by channel", registry);
        this.failed = counter("failed", "Notifications that were rejected or given up, by channel", registry);
        this.retried = counter("retried", "Failed attempts that are retried, by channel", registry);
    }

    private static Counter counter(String name, String description, MeterRegistry registry) {
        return Counter.builder("entente.notifications." + name)
                .description(description)
                .tag("channel", "email")
                .register(registry);
    }

    void swept(Backlog now) {
        backlog = now;
    }

    void delivered(Result result) {
        switch (result) {
            case SENT -> sent.increment();
            case FAILED -> failed.increment();
            case WILL_RETRY -> retried.increment();
            case NOTHING_TO_DO -> {}
        }
    }

    private static double ageInSeconds(@Nullable Instant since, Clock clock) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
