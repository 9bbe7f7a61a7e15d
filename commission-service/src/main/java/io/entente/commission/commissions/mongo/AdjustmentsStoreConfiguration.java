package io.entente.commission.commissions.mongo;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Creates the index by which the adjustments of a partner are added up. */
@Configuration(proxyBeanMethods = false)
class AdjustmentsStoreConfiguration {

    @Bean
    SmartInitializingSingleton adjustmentsIndex(MongoOperations mongo) {
        return () -> mongo.indexOps(MongoAdjustmentRequests.COLLECTION)
                .createIndex(new Index(MongoAdjustmentRequests.PARTNER, Sort.Direction.ASC)
                        .on(MongoAdjustmentRequests.CURRENCY, Sort.Direction.ASC)
                        .on(MongoAdjustmentRequests.REQUESTED_AT, Sort.Direction.ASC));
    }
}
