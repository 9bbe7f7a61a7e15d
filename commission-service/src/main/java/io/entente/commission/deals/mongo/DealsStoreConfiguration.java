package io.entente.commission.deals.mongo;

import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/**
 * Creates the indexes of credited deals and of facts, and counts the referrals that were submitted before the counters
 * existed.
 */
@Configuration(proxyBeanMethods = false)
class DealsStoreConfiguration {

    @Bean
    SmartInitializingSingleton creditedDealsIndex(MongoOperations mongo) {
        return () -> mongo.indexOps(MongoCreditedDeals.COLLECTION)
                .createIndex(new Index(MongoCreditedDeals.KEY, Sort.Direction.ASC)
                        .named("deal")
                        .unique());
    }

    @Bean
    SmartInitializingSingleton dealFactsIndexes(MongoOperations mongo) {
        return () -> Stream.of(
                        MongoDealFacts.BY_DAY,
                        MongoDealFacts.BY_DEAL,
                        MongoDealFacts.UNMATCHED,
                        MongoDealFacts.UNMATCHED_DEAL,
                        MongoDealFacts.NOTICE_AT,
                        MongoDealFacts.UNSETTLED)
                .forEach(field -> mongo.indexOps(MongoDealFacts.FACTS)
                        .createIndex(new Index(field, Sort.Direction.ASC)
                                .named(field)
                                .sparse()));
    }

    /** Facts of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton factsInTheList(MongoOperations mongo, MongoDealFacts facts) {
        ListEntries<Document> entries = new ListEntries<>(
                mongo,
                MongoDealFacts.FACTS,
                Document.class,
                fact -> new Document("_id", fact.getString("_id")),
                facts::entry);
        return () -> {
            IndexedList.createIndexes(mongo, MongoDealFacts.FACTS, ListedFacts.ORDERS);
            entries.complete(ListedFacts.FORM);
        };
    }

    @Bean
    SmartInitializingSingleton earlierReferrals(MongoSubmittedReferrals referrals) {
        return referrals::countEarlier;
    }
}
