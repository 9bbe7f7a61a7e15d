package io.entente.messaging.service;

import io.entente.messaging.ids.IdGenerator;
import io.entente.messaging.parking.ParkedEndpoint;
import io.entente.messaging.parking.ParkingLot;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** What every service has: a clock, ids, and the operator's doors. */
@AutoConfiguration
@EnableConfigurationProperties(MessagingProperties.class)
public class ServiceConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    IdGenerator idGenerator() {
        return IdGenerator.ulids();
    }

    @Bean
    ParkedEndpoint parkedEndpoint(ParkingLot parking) {
        return new ParkedEndpoint(parking);
    }

    @Bean
    BrokerHealth brokerHealthIndicator(org.springframework.kafka.core.KafkaAdmin admin) {
        return new BrokerHealth(admin);
    }
}
