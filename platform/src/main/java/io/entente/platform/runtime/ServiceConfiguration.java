package io.entente.platform.runtime;

import io.entente.platform.domain.IdGenerator;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaAdmin;

/** Gives every service its clock, its ids, its health indicators and the endpoint for parked events. */
@AutoConfiguration
@EnableConfigurationProperties(MessagingProperties.class)
public class ServiceConfiguration {

    /** Ticks in milliseconds, the precision of the store, so a value in an answer equals the value that is read later. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    @ConditionalOnMissingBean
    IdGenerator idGenerator() {
        return IdGenerator.ulids();
    }

    @Bean
    BrokerHealth brokerHealthIndicator(KafkaAdmin admin) {
        return new BrokerHealth(admin);
    }

    @Bean
    StoreHealth storeHealthIndicator(MongoOperations mongo) {
        return new StoreHealth(mongo);
    }
}
