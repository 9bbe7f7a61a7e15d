package io.entente.commission.deals.mongo;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/**
 * Creates the unique index of credited deals, and counts the referrals that were submitted before the counters
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
    SmartInitializingSingleton earlierReferrals(MongoSubmittedReferrals referrals) {
        return referrals::countEarlier;
    }
}
