package io.entente.referral.crm.mongo;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** Creates the indexes that find unlinked deals, deals with waiting changes, and unlinked deals to delete. */
@Configuration(proxyBeanMethods = false)
class CrmStoreConfiguration {

    @Bean
    ApplicationRunner crmIndexes(MongoOperations mongo) {
        return arguments -> {
            IndexOperations indexes = mongo.indexOps(MongoCrmDeals.COLLECTION);
            indexes.createIndex(new Index("state", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
            indexes.createIndex(new Index("state", Sort.Direction.ASC).on("lastHeardAt", Sort.Direction.ASC));
        };
    }
}
