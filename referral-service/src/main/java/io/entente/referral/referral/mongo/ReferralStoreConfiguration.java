package io.entente.referral.referral.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** The outbox and the indexes of the referrals. */
@Configuration(proxyBeanMethods = false)
class ReferralStoreConfiguration {

    @Bean
    OutboxCollection referralsOutbox() {
        return new OutboxCollection(MongoReferrals.COLLECTION);
    }

    @Bean
    ApplicationRunner referralIndexes(MongoOperations mongo) {
        return arguments -> {
            IndexOperations indexes = mongo.indexOps(MongoReferrals.COLLECTION);
            for (String filter : new String[] {"partnerId", "status"}) {
                indexes.createIndex(new Index(filter, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
            }
        };
    }
}
