package io.entente.commission.accrual.mongo;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** Creates the indexes that the list of deals without a plan is filtered by. */
@Configuration(proxyBeanMethods = false)
class AccrualStoreConfiguration {

    @Bean
    SmartInitializingSingleton unpricedDealsIndexes(MongoOperations mongo) {
        return () -> {
            IndexOperations indexes = mongo.indexOps(MongoUnpricedDeals.COLLECTION);
            indexes.createIndex(
                    new Index(MongoUnpricedDeals.PARTNER, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
            indexes.createIndex(new Index(MongoUnpricedDeals.REASON, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
            indexes.createIndex(new Index(MongoUnpricedDeals.PARTNER, Sort.Direction.ASC)
                    .on(MongoUnpricedDeals.REASON, Sort.Direction.ASC)
                    .on("_id", Sort.Direction.ASC));
        };
    }
}
