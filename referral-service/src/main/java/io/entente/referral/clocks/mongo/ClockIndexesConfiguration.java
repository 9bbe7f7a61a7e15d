package io.entente.referral.clocks.mongo;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** The indexes on the clocks that are embedded in the referrals. */
@Configuration(proxyBeanMethods = false)
class ClockIndexesConfiguration {

    @Bean
    ApplicationRunner clockIndexes(MongoOperations mongo) {
        return arguments -> {
            IndexOperations indexes = mongo.indexOps(MongoClockedReferrals.REFERRALS);
            // Sparse, so that a referral without an open clock costs a sweep nothing.
            for (String clocks :
                    new String[] {MongoClockedReferrals.NEXT_CLOCK_AT, MongoSlaBoard.OPEN_CLOCKS, MongoSlaBoard.ENDED_AT
                    }) {
                indexes.createIndex(new Index(clocks, Sort.Direction.ASC).sparse());
            }
            indexes.createIndex(new Index(MongoSlaBoard.OPEN_CLOCKS, Sort.Direction.ASC)
                    .on(MongoClockedReferrals.ID, Sort.Direction.ASC));
            indexes.createIndex(new Index(MongoSlaBoard.MOVED_BY, Sort.Direction.ASC)
                    .on(MongoClockedReferrals.ID, Sort.Direction.ASC));
            indexes.createIndex(new Index(MongoSlaBoard.STATE, Sort.Direction.ASC)
                    .on(MongoPromiseRecords.DUE_AT, Sort.Direction.ASC)
                    .on(MongoClockedReferrals.ID, Sort.Direction.ASC)
                    .sparse());
            for (String decided : new String[] {MongoSlaBoard.ENDED_AT, MongoPromiseRecords.DUE_AT}) {
                indexes.createIndex(new Index(MongoPromiseRecords.PARTNER_ID, Sort.Direction.ASC)
                        .on(decided, Sort.Direction.ASC)
                        .on(MongoClockedReferrals.ID, Sort.Direction.ASC));
            }
        };
    }
}
