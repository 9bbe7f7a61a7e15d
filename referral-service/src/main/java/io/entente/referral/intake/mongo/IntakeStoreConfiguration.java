package io.entente.referral.intake.mongo;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** Indexes of imports, for those that another instance has left and for those long finished. */
@Configuration(proxyBeanMethods = false)
class IntakeStoreConfiguration {

    @Bean
    ApplicationRunner importIndexes(MongoOperations mongo) {
        return arguments -> {
            IndexOperations indexes = mongo.indexOps(MongoImports.COLLECTION);
            indexes.createIndex(new Index("status", Sort.Direction.ASC).on("lease.until", Sort.Direction.ASC));
            indexes.createIndex(new Index("rejectsCleared", Sort.Direction.ASC).on("finishedAt", Sort.Direction.ASC));
        };
    }
}
