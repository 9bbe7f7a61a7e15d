package io.entente.commission.deals.mongo;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** The index of credited deals beside {@code _id}, and the counters of referrals that are older than the counters. */
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
