package io.entente.commission.commissions.mongo;

import io.entente.commission.commissions.adjustments.AdjustmentFilter;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Creates the index by which the adjustments of a partner are added up. */
@Configuration(proxyBeanMethods = false)
class AdjustmentsStoreConfiguration {

    @Bean
    SmartInitializingSingleton adjustmentsIndex(MongoOperations mongo) {
        return () -> mongo.indexOps(MongoAdjustmentRequests.COLLECTION)
                .createIndex(new Index(MongoAdjustmentRequests.PARTNER, Sort.Direction.ASC)
                        .on(MongoAdjustmentRequests.CURRENCY, Sort.Direction.ASC)
                        .on(MongoAdjustmentRequests.REQUESTED_AT, Sort.Direction.ASC));
    }

    /** Adjustments of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton adjustmentsInTheList(MongoOperations mongo) {
        ListEntries<Document> entries = new ListEntries<>(
                mongo,
                MongoAdjustmentRequests.COLLECTION,
                Document.class,
                stored -> new Document("_id", stored.getString("_id")).append("version", stored.getLong("version")),
                stored -> AdjustmentFilter.entry(MongoAdjustmentRequests.request(stored)));
        return () -> {
            IndexedList.createIndexes(mongo, MongoAdjustmentRequests.COLLECTION, AdjustmentFilter.ORDERS);
            entries.complete(AdjustmentFilter.FORM);
        };
    }
}
