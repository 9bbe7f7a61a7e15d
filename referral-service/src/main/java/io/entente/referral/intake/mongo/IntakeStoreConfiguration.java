package io.entente.referral.intake.mongo;

import io.entente.platform.runtime.lease.mongo.MongoLeases;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** Creates the indexes that find imports to run, and imports whose rejected rows have been kept long enough. */
@Configuration(proxyBeanMethods = false)
class IntakeStoreConfiguration {

    @Bean
    ApplicationRunner importIndexes(MongoOperations mongo) {
        return arguments -> {
            IndexOperations indexes = mongo.indexOps(MongoImports.COLLECTION);
            indexes.createIndex(MongoLeases.index());
            indexes.createIndex(new Index("rejectsCleared", Sort.Direction.ASC).on("finishedAt", Sort.Direction.ASC));
        };
    }
}
