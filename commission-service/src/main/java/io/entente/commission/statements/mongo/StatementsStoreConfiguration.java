package io.entente.commission.statements.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** Registers the outbox of statements and creates the indexes for lists and the sweep. */
@Configuration(proxyBeanMethods = false)
class StatementsStoreConfiguration {

    @Bean
    OutboxCollection statementsOutbox() {
        return new OutboxCollection(MongoStatements.COLLECTION);
    }

    @Bean
    SmartInitializingSingleton statementIndexes(MongoOperations mongo) {
        return () -> {
            IndexOperations indexes = mongo.indexOps(MongoStatements.COLLECTION);
            for (String filter : new String[] {"partnerId", "quarter"}) {
                indexes.createIndex(new Index(filter, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
            }
            indexes.createIndex(new Index("finalizeAt", Sort.Direction.ASC)
                    .named("finalize_at")
                    .sparse());
            indexes.createIndex(new Index(MongoStatements.TO_INVOICE, Sort.Direction.ASC)
                    .named("to_invoice")
                    .sparse());
        };
    }
}
