package io.entente.commission.payees.mongo;

import io.entente.commission.secrets.SealedPayees;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.secrets.SealedCollection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The outbox of payment details, and their encryption. */
@Configuration(proxyBeanMethods = false)
class PayeesStoreConfiguration {

    @Bean
    OutboxCollection payeesOutbox() {
        return new OutboxCollection(MongoPayees.COLLECTION);
    }

    @Bean
    SealedCollection sealedPayees() {
        return SealedPayees.payees(MongoPayees.COLLECTION);
    }
}
