package io.entente.referral.submission.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** The collection's outbox and indexes. */
@Configuration(proxyBeanMethods = false)
class SubmissionStoreConfiguration {

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
            // Sparse: a referral without an open clock costs a sweep nothing.
            for (String clocks :
                    new String[] {MongoClockedReferrals.NEXT_CLOCK_AT, MongoSlaBoard.OPEN_CLOCKS, MongoSlaBoard.ENDED_AT
                    }) {
                indexes.createIndex(new Index(clocks, Sort.Direction.ASC).sparse());
            }
            indexes.createIndex(new Index(MongoSlaBoard.STATE, Sort.Direction.ASC)
                    .on("clocks.dueAt", Sort.Direction.ASC)
                    .sparse());
        };
    }
}
