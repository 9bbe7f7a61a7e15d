package io.entente.referral.crm.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import io.entente.referral.crm.lists.ListedCrmDeal;
import io.entente.referral.crm.waiting.WaitReason;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/**
 * The outbox and the indexes of the deals of CRMs. Indexes on what waits are sparse, so that a list or a sweep costs as much as
 * waits.
 */
@Configuration(proxyBeanMethods = false)
class CrmStoreConfiguration {

    @Bean
    OutboxCollection crmDealsOutbox() {
        return new OutboxCollection(MongoCrmDeals.COLLECTION);
    }

    @Bean
    ApplicationRunner crmIndexes(MongoOperations mongo) {
        return arguments -> {
            IndexOperations indexes = mongo.indexOps(MongoCrmDeals.COLLECTION);
            indexes.createIndex(on(MongoCrmDeals.STATE).on("_id", Sort.Direction.ASC));
            indexes.createIndex(on(MongoCrmDeals.STATE).on("lastHeardAt", Sort.Direction.ASC));
            indexes.createIndex(on(MongoCrmDeals.CRM).on(MongoCrmDeals.UNKNOWN_IN, Sort.Direction.ASC));
            for (WaitReason.Subject subject : WaitReason.Subject.values()) {
                indexes.createIndex(on(MongoCrmDeals.field(subject)).sparse());
            }
            for (String sparse : new String[] {
                MongoCrmDeals.REFERRAL_ID, MongoCrmDeals.NOTICE_SINCE, MongoCrmDeals.RETRY_AT, MongoCrmDeals.MERGED_INTO
            }) {
                indexes.createIndex(on(sparse).sparse());
            }
            IndexedList.createSparseIndexes(mongo, MongoCrmDeals.COLLECTION, ListedCrmDeal.ORDERS);
        };
    }

    /** Deals of earlier versions get their entry in the lists before the service takes requests. */
    @Bean
    SmartInitializingSingleton crmDealsInTheLists(MongoOperations mongo) {
        ListEntries<CrmDealDocument> entries = new ListEntries<>(
                mongo,
                MongoCrmDeals.COLLECTION,
                CrmDealDocument.class,
                deal -> new Document("_id", deal.id()).append("version", deal.version()),
                deal -> ListedCrmDeal.of(deal.toDeal()));
        return () -> entries.complete(ListedCrmDeal.FORM);
    }

    private static Index on(String field) {
        return new Index(field, Sort.Direction.ASC);
    }
}
