package io.entente.commission.ledger.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/**
 * Registers the ledger's outbox and creates its indexes. The cause is unique, and a second index finds a client's
 * transactions along a partner's chain.
 */
@Configuration(proxyBeanMethods = false)
class LedgerStoreConfiguration {

    @Bean
    OutboxCollection ledgerOutbox() {
        return new OutboxCollection(Chains.COLLECTION);
    }

    /**
     * Creates the indexes before the first deal is consumed. Without the unique index on the cause, a deal could
     * accrue twice.
     */
    @Bean
    SmartInitializingSingleton ledgerIndexes(MongoOperations mongo) {
        return () -> {
            IndexOperations indexes = mongo.indexOps(Chains.COLLECTION);
            indexes.createIndex(new Index(LedgerFields.CAUSE, Sort.Direction.ASC)
                    .named("cause")
                    .unique());
            indexes.createIndex(new Index(LedgerFields.PARTNER, Sort.Direction.ASC)
                    .on(LedgerFields.CLIENT, Sort.Direction.ASC)
                    .on(LedgerFields.NUMBER, Sort.Direction.ASC)
                    .named("client"));
        };
    }
}
