package io.entente.commission.secrets.mongo;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Creates the index that the erasure of records needs. */
@Configuration(proxyBeanMethods = false)
class ErasuresStoreConfiguration {

    @Bean
    SmartInitializingSingleton erasedPartnersIndexes(MongoOperations mongo) {
        return () -> mongo.indexOps(MongoErasedPartners.COLLECTION)
                .createIndex(new Index(MongoErasedPartners.RECORDS_UNTIL, Sort.Direction.ASC)
                        .named("records_until")
                        .sparse());
    }
}
