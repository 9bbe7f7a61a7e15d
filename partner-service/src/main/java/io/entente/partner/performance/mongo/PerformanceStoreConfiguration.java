package io.entente.partner.performance.mongo;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Creates the index by which the facts of a partner are found in the order of their days. */
@Configuration(proxyBeanMethods = false)
class PerformanceStoreConfiguration {

    @Bean
    ApplicationRunner partnerFactIndexes(MongoOperations mongo) {
        return arguments -> mongo.indexOps(MongoPartnerFacts.COLLECTION)
                .createIndex(new Index(MongoPartnerFacts.KEY, Sort.Direction.ASC).sparse());
    }
}
