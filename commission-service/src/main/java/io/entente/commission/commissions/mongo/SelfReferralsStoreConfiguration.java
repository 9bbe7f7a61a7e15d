package io.entente.commission.commissions.mongo;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Creates the index that the list of self-referrals is filtered by. */
@Configuration(proxyBeanMethods = false)
class SelfReferralsStoreConfiguration {

    @Bean
    SmartInitializingSingleton selfReferralsIndex(MongoOperations mongo) {
        return () -> mongo.indexOps(MongoSelfReferralCases.COLLECTION)
                .createIndex(
                        new Index(MongoSelfReferralCases.STATUS, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
    }
}
