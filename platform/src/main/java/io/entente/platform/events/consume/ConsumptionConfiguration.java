package io.entente.platform.events.consume;

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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.ObjectMapper;

/** Wires consumption: raw records in, unbounded retry on failure, and the parking lot between. */
@AutoConfiguration
public class ConsumptionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumptionConfiguration.class);
    private static final long FIRST_RETRY_MILLIS = 200;
    private static final long LAST_RETRY_MILLIS = 5_000;

    @Bean
    ParkingLot parkingLot(MongoOperations mongo, Clock clock, MeterRegistry registry) {
        return new ParkingLot(mongo, clock, registry);
    }

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

    /** Named in the binder's configuration: nothing is tempted to interpret {@code ce_*} headers that nobody mapped. */
    @Bean
    KafkaHeaderMapper noHeaders() {
        return new SimpleKafkaHeaderMapper("!*");
    }

    /** Named in the binder's configuration as every consumer's {@code converter-bean-name}. */
    @Bean
    RecordMessageConverter rawRecordConverter() {
        return new RawRecordConverter();
    }

    /** The same for bindings in batch mode. */
    @Bean
    BatchMessageConverter rawBatchConverter() {
        return new RawBatchConverter();
    }

    /**
     * A failure that gets this far is one to retry: for ever, in place. The binder's own dead-letter queue is not used: it
     * logs a failed send to it and commits the offset, and the record is gone.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retryForEver() {
        return (container, destination, group) -> {
            ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MILLIS, 2);
            backOff.setMaxInterval(LAST_RETRY_MILLIS);
            DefaultErrorHandler handler = new DefaultErrorHandler(
                    (record, failure) -> {
                        throw new IllegalStateException("a record is never given up", failure);
                    },
                    backOff);
            handler.setClassifications(Map.of(), true);
            // One line of ours per attempt; the framework's would print the record.
            handler.setLogLevel(KafkaException.Level.TRACE);
            handler.setRetryListeners((record, failure, attempt) -> LOG.warn(
                    "Attempt {} at {}-{}@{} failed, trying again: {}",
                    attempt,
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    rootCause(failure)));
            container.setCommonErrorHandler(handler);
        };
    }

    /** A partition that comes from another instance may bring aggregates that are parked: look again. */
    @Bean
    KafkaBindingRebalanceListener forgetParkedOnAssignment(ParkingLot parking) {
        return new KafkaBindingRebalanceListener() {
            @Override
            public void onPartitionsAssigned(
                    String bindingName,
                    Consumer<?, ?> consumer,
                    Collection<TopicPartition> partitions,
                    boolean initial) {
                parking.forgetWhatIsParked();
            }
        };
    }

    @Bean
    StoppedConsumers stoppedConsumers(ApplicationContext service) {
        return new StoppedConsumers(service);
    }

    private static String rootCause(@Nullable Throwable failure) {
        return failure == null
                ? "unknown"
                : NestedExceptionUtils.getMostSpecificCause(failure).toString();
    }
}
