package io.entente.benchmarks.relay;

import io.entente.platform.events.outbox.OutboxCollection;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service with an outbox and no domain. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class RelayApplication {

    static final String COLLECTION = "queued";

    @Bean
    OutboxCollection queued() {
        return new OutboxCollection(COLLECTION);
    }
}
