package io.entente.partner.partnership.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Registers the outbox of the collection and creates its indexes when the service starts. */
@Configuration(proxyBeanMethods = false)
class PartnershipStoreConfiguration {

    @Bean
    OutboxCollection partnersOutbox() {
        return new OutboxCollection(MongoPartners.COLLECTION);
    }

    @Bean
    ApplicationRunner partnerIndexes(MongoOperations mongo) {
        return arguments -> mongo.indexOps(MongoPartners.COLLECTION)
                .createIndex(new Index("status", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
    }
}
