package io.entente.partner.performance.mongo;

import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Creates the indexes by which the facts of a partner are found in the order of their days, and those that have changed. */
@Configuration(proxyBeanMethods = false)
class PerformanceStoreConfiguration {

    @Bean
    ApplicationRunner partnerFactIndexes(MongoOperations mongo) {
        return arguments -> {
            for (String key : List.of(FactDocument.KEY, FactDocument.CHANGED)) {
                mongo.indexOps(MongoPartnerFacts.COLLECTION).createIndex(new Index(key, Sort.Direction.ASC).sparse());
            }
        };
    }
}
