package io.entente.referral.partners.mongo;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Creates the index by which an import looks up partners by name. */
@Configuration(proxyBeanMethods = false)
class PartnersStoreConfiguration {

    @Bean
    ApplicationRunner knownPartnerIndexes(MongoOperations mongo) {
        return arguments ->
                mongo.indexOps(MongoKnownPartners.COLLECTION).createIndex(new Index("nameKey", Sort.Direction.ASC));
    }
}
