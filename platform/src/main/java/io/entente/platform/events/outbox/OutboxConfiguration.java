package io.entente.platform.events.outbox;

import io.entente.platform.runtime.MessagingProperties;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.List;
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
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import tools.jackson.databind.ObjectMapper;

/** Configures the outbox of a service: publisher, relay, sweep and metrics. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
        afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@EnableConfigurationProperties({OutboxProperties.class, MessagingProperties.class})
public class OutboxConfiguration {

    private static final int OUTBOX_THREADS = 2;

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return new MongoCustomConversions(
                List.of(OutboxConversions.Writing.INSTANCE, OutboxConversions.Reading.INSTANCE));
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
    OutboxClearer outboxClearer(OutboxStore store, ThreadPoolTaskExecutor outboxExecutor) {
        return new OutboxClearer(store, outboxExecutor);
    }

    /** Sends records and clears acknowledged ones; with two threads, a send that has to wait doesn't hold up clearing. */
    @Bean
    ThreadPoolTaskExecutor outboxExecutor(@Value("${spring.application.name}") String service) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(OUTBOX_THREADS);
        executor.setThreadNamePrefix(service + "-outbox-");
        executor.setDaemon(true);
        executor.setAcceptTasksAfterContextClose(true);
        executor.setPhase(Integer.MIN_VALUE);
        return executor;
    }

    @Bean
    OutboxRelay outboxRelay(
            RecordPublisher publisher,
            OutboxClearer clearer,
            OutboxMetrics metrics,
            ThreadPoolTaskExecutor outboxExecutor) {
        return new OutboxRelay(publisher, clearer, metrics, outboxExecutor);
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
    Sweep outboxSweep(Sweeps sweeps, OutboxSweeper sweeper) {
        return sweeps.atStartAndEvery(OutboxSweeper.TICK, "outbox", sweeper::sweepIfDue);
    }

    /** The index that the sweep reads. It is sparse, so it holds only the documents that have an outbox. */
    @Bean
    SmartInitializingSingleton outboxIndexes(MongoOperations mongo, ObjectProvider<OutboxCollection> collections) {
        return () -> collections.forEach(collection -> mongo.indexOps(collection.name())
                .createIndex(new Index(MongoOutboxStore.SINCE, Sort.Direction.ASC)
                        .named("outbox_since")
                        .sparse()));
    }
}
