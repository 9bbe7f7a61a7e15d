package io.entente.partner.partnership.mongo;

import io.entente.partner.partnership.ListedPartner;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
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
        return arguments -> {
            IndexedList.createIndexes(mongo, MongoPartners.COLLECTION, ListedPartner.ORDERS);
            mongo.indexOps(MongoPartners.COLLECTION)
                    .createIndex(new Index(MongoPartners.REVIEW_ON, Sort.Direction.ASC).sparse());
            mongo.indexOps(MongoPartners.COLLECTION)
                    .createIndex(new Index(MongoPartners.TIER_CHANGES_ON, Sort.Direction.ASC).sparse());
        };
    }

    /** Partners of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton partnersInTheList(MongoOperations mongo) {
        ListEntries<PartnerDocument> entries = new ListEntries<>(
                mongo,
                MongoPartners.COLLECTION,
                PartnerDocument.class,
                partner -> new Document("_id", partner.id()).append("version", partner.version()),
                partner -> ListedPartner.of(partner.toPartner()));
        return () -> entries.complete(ListedPartner.FORM);
    }
}
