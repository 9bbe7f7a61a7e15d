package io.entente.commission.payees.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The outbox of payment details. */
@Configuration(proxyBeanMethods = false)
class PayeesStoreConfiguration {

    @Bean
    OutboxCollection payeesOutbox() {
        return new OutboxCollection(MongoPayees.COLLECTION);
    }
}
