package io.entente.partner.referrals.mongo;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Creates the index by which the open referrals of a partner are found. */
@Configuration(proxyBeanMethods = false)
class ReferralsStoreConfiguration {

    @Bean
    ApplicationRunner partnerReferralIndexes(MongoOperations mongo) {
        return arguments -> mongo.indexOps(MongoPartnerReferrals.COLLECTION)
                .createIndex(new Index(MongoPartnerReferrals.OPEN_KEY, Sort.Direction.ASC).sparse());
    }
}
