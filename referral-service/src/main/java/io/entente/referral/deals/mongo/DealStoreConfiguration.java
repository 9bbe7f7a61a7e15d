package io.entente.referral.deals.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import io.entente.referral.deals.lists.ListedEarlyDeal;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;
import org.springframework.data.mongodb.core.query.Criteria;

/** The outbox and the indexes of the deals. */
@Configuration(proxyBeanMethods = false)
class DealStoreConfiguration {

    @Bean
    OutboxCollection dealsOutbox() {
        return new OutboxCollection(MongoDeals.COLLECTION);
    }

    @Bean
    ApplicationRunner dealIndexes(MongoOperations mongo) {
        return arguments -> {
            IndexOperations indexes = mongo.indexOps(MongoDeals.COLLECTION);
            for (String order : new String[] {MongoDeals.PLACE, MongoDeals.CLOSED_ON}) {
                indexes.createIndex(
                        new Index(MongoDeals.REFERRAL_ID, Sort.Direction.ASC).on(order, Sort.Direction.ASC));
            }
            indexes.createIndex(new Index(MongoDeals.PARTNER_ID, Sort.Direction.ASC)
                    .on(MongoDeals.AMOUNT, Sort.Direction.ASC)
                    .on(MongoDeals.CLOSED_ON, Sort.Direction.ASC));
            // Sparse, so that a sweep costs as much as is pending.
            indexes.createIndex(new Index(MongoDeals.WIN_PENDING, Sort.Direction.ASC).sparse());
            IndexedList.createSparseIndexes(mongo, MongoDeals.COLLECTION, ListedEarlyDeal.ORDERS);
        };
    }

    /** Deals of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton earlyDealsInTheList(MongoOperations mongo) {
        ListEntries<DealDocument> entries = new ListEntries<>(
                mongo,
                MongoDeals.COLLECTION,
                DealDocument.class,
                Criteria.where("version").exists(true),
                deal -> new Document("_id", deal.id()).append("version", deal.version()),
                deal -> ListedEarlyDeal.of(deal.toDeal()));
        return () -> entries.complete(ListedEarlyDeal.FORM);
    }
}
