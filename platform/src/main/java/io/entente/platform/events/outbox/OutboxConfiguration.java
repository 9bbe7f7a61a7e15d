package io.entente.platform.events.outbox;

import io.entente.platform.runtime.MessagingProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.ObjectMapper;

/** Wires the outbox of a service: publisher, relay, sweep and metrics. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
        afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@EnableConfigurationProperties({OutboxProperties.class, MessagingProperties.class})
public class OutboxConfiguration {

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return new MongoCustomConversions(List.of(OutboxBson.Writing.INSTANCE, OutboxBson.Reading.INSTANCE));
    }

    @Bean
    EventRecorder eventRecorder(
            @Value("${spring.application.name}") String service,
            ObjectMapper json,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator) {
        return new EventRecorder(
                service,
                json,
                tracer.getIfAvailable(() -> Tracer.NOOP),
                propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    @ConditionalOnMissingBean
    RecordPublisher recordPublisher(KafkaOperations<String, byte[]> kafka, MessagingProperties properties) {
        return new KafkaRecordPublisher(kafka, properties.topicPrefix());
    }

    @Bean
    @ConditionalOnMissingBean
    OutboxStore outboxStore(MongoOperations mongo) {
        return new MongoOutboxStore(mongo);
    }

    @Bean
    OutboxMetrics outboxMetrics(MeterRegistry registry, Clock clock) {
        return new OutboxMetrics(registry, clock);
    }

    @Bean
    OutboxClearer outboxClearer(OutboxStore store, @Value("${spring.application.name}") String service) {
        return new OutboxClearer(store, service);
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService outboxContinuation(@Value("${spring.application.name}") String service) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, service + "-outbox-relay");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    OutboxRelay outboxRelay(
            RecordPublisher publisher,
            OutboxClearer clearer,
            OutboxMetrics metrics,
            ExecutorService outboxContinuation) {
        return new OutboxRelay(publisher, clearer, metrics, outboxContinuation);
    }

    @Bean
    OutboxSweeper outboxSweeper(
            OutboxRelay relay,
            OutboxStore store,
            ObjectProvider<OutboxCollection> collections,
            OutboxMetrics metrics,
            OutboxProperties properties,
            Clock clock) {
        return new OutboxSweeper(relay, store, collections.orderedStream().toList(), metrics, properties, clock);
    }

    @Bean
    AggregateWriter aggregateWriter(MongoOperations mongo, OutboxRelay relay) {
        return new AggregateWriter(mongo, relay);
    }

    /** The sweep's index: sparse, so that it holds only what waits. */
    @Bean
    SmartInitializingSingleton outboxIndexes(MongoOperations mongo, ObjectProvider<OutboxCollection> collections) {
        return () -> collections.forEach(collection -> mongo.indexOps(collection.name())
                .createIndex(new Index(OutboxBson.SINCE, Sort.Direction.ASC)
                        .named("outbox_since")
                        .sparse()));
    }
}
