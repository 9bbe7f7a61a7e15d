package io.entente.referral.intake.mongo;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** The collection's index: an instance looks for imports that another has left. */
@Configuration(proxyBeanMethods = false)
class IntakeStoreConfiguration {

    @Bean
    ApplicationRunner importIndexes(MongoOperations mongo) {
        return arguments -> mongo.indexOps(MongoImports.COLLECTION)
                .createIndex(new Index("status", Sort.Direction.ASC).on("lease.until", Sort.Direction.ASC));
    }
}
