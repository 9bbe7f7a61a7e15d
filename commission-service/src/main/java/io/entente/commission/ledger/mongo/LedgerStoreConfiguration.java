package io.entente.commission.ledger.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** The ledger's outbox and its one index beside {@code _id}. */
@Configuration(proxyBeanMethods = false)
class LedgerStoreConfiguration {

    @Bean
    OutboxCollection ledgerOutbox() {
        return new OutboxCollection(Chains.COLLECTION);
    }

    /** There before the first deal is consumed, which starts after all beans are: without it a deal could accrue twice. */
    @Bean
    SmartInitializingSingleton ledgerIndexes(MongoOperations mongo) {
        return () -> mongo.indexOps(Chains.COLLECTION)
                .createIndex(new Index(LedgerFields.CAUSE, Sort.Direction.ASC)
                        .named("cause")
                        .unique());
    }
}
