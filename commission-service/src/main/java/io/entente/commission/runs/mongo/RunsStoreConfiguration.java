package io.entente.commission.runs.mongo;

import io.entente.platform.runtime.lease.mongo.MongoLeases;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** The indexes by which runs are listed and acquired. */
@Configuration(proxyBeanMethods = false)
class RunsStoreConfiguration {

    @Bean
    SmartInitializingSingleton partnerRunIndexes(MongoOperations mongo, MongoPartnerRuns runs) {
        return () -> {
            IndexOperations indexes = mongo.indexOps(MongoPartnerRuns.COLLECTION);
            indexes.createIndex(MongoLeases.index());
            indexes.createIndex(new Index("kind", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
            runs.adoptRunsOfEarlierVersions();
        };
    }
}
