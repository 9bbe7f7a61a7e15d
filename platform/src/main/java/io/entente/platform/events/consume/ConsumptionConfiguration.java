package io.entente.platform.events.consume;

import io.entente.platform.events.parking.ParkingConfiguration;
import io.entente.platform.events.parking.ParkingLot;
import io.entente.platform.runtime.MessagingProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.ObjectMapper;

/** Configures how events are consumed: raw records come in, and transient failures are retried without a limit. */
@AutoConfiguration(after = ParkingConfiguration.class)
public class ConsumptionConfiguration {

    private static final long FIRST_RETRY_MILLIS = 200;
    private static final long LAST_RETRY_MILLIS = 5_000;

    @Bean
    EventConsumers eventConsumers(
            ParkingLot parking,
            ObjectMapper json,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator,
            MeterRegistry registry,
            MessagingProperties properties,
            Clock clock) {
        return new EventConsumers(
                parking,
                json,
                tracer.getIfAvailable(() -> Tracer.NOOP),
                propagator.getIfAvailable(() -> Propagator.NOOP),
                new ConsumerMetrics(registry),
                properties,
                clock);
    }

    /** The binder's configuration names this bean. No header is mapped, so nothing interprets the {@code ce_*} headers. */
    @Bean
    KafkaHeaderMapper noHeaders() {
        return new SimpleKafkaHeaderMapper("!*");
    }

    /** The binder's configuration names this bean as the {@code converter-bean-name} of each consumer. */
    @Bean
    RecordMessageConverter rawRecordConverter() {
        return new RawRecordConverter();
    }

    /** Does the same for bindings in batch mode. */
    @Bean
    BatchMessageConverter rawBatchConverter() {
        return new RawBatchConverter();
    }

    /**
     * A failure that reaches the container is transient, so it is retried in place and without a limit. The binder's own
     * dead-letter queue is not used: if sending to it fails, the binder logs that and commits the offset, and the record is
     * lost.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retryWithoutLimit() {
        return (container, destination, group) -> {
            ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MILLIS, 2);
            backOff.setMaxInterval(LAST_RETRY_MILLIS);
            DefaultErrorHandler handler = new DefaultErrorHandler(
                    (record, failure) -> {
                        throw new IllegalStateException("a record must never be given up", failure);
                    },
                    backOff);
            handler.setClassifications(Map.of(), true);
            // The framework's own message would print the record; the listener below logs one line per attempt.
            handler.setLogLevel(KafkaException.Level.TRACE);
            handler.setRetryListeners(new LoggedAttempts());
            container.setCommonErrorHandler(handler);
        };
    }

    /** Aggregates of a partition that comes from another instance may be parked, so the lots are read again. */
    @Bean
    KafkaBindingRebalanceListener forgetLotsOnAssignment(ParkingLot parking) {
        return new KafkaBindingRebalanceListener() {
            @Override
            public void onPartitionsAssigned(
                    String bindingName,
                    Consumer<?, ?> consumer,
                    Collection<TopicPartition> partitions,
                    boolean initial) {
                parking.forgetLots();
            }
        };
    }

    @Bean
    StoppedConsumers stoppedConsumers(ApplicationContext service) {
        return new StoppedConsumers(service);
    }
}
