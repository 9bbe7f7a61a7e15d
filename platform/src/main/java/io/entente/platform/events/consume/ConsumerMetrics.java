package io.entente.platform.events.consume;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * Counts what consumers do: {@code entente.events.handled} by consumer, type and outcome ({@code applied},
 * {@code duplicate}, {@code ignored}), and {@code entente.events.parked} by consumer and reason ({@code failed},
 * {@code behind}). The binder reports the lag as {@code spring.cloud.stream.binder.kafka.offset}.
 */
public final class ConsumerMetrics {

    private final MeterRegistry registry;

    public ConsumerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void handled(String consumer, String type, Handled handled) {
        registry.counter(
                        "entente.events.handled",
                        "consumer",
                        consumer,
                        "type",
                        type,
                        "outcome",
                        handled.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void parked(String consumer) {
        registry.counter("entente.events.parked", "consumer", consumer, "reason", "failed")
                .increment();
    }

    void parkedBehind(String consumer) {
        registry.counter("entente.events.parked", "consumer", consumer, "reason", "behind")
                .increment();
    }
}
