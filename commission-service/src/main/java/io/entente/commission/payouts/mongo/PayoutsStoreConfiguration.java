package io.entente.commission.payouts.mongo;

import io.entente.commission.payouts.FollowBatch;
import io.entente.platform.events.outbox.OutboxCollection;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** The outbox of payouts, the indexes that lists and the sweep need, and the sweep itself. */
@Configuration(proxyBeanMethods = false)
class PayoutsStoreConfiguration {

    @Bean
    OutboxCollection payoutsOutbox() {
        return new OutboxCollection(MongoPayouts.COLLECTION);
    }

    @Bean
    SmartInitializingSingleton payoutIndexes(MongoOperations mongo) {
        return () -> {
            IndexOperations indexes = mongo.indexOps(MongoPayouts.COLLECTION);
            indexes.createIndex(new Index("partnerId", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
            indexes.createIndex(
                    new Index("paidOn", Sort.Direction.ASC).named("paid_on").sparse());
            indexes.createIndex(new Index("settlingSince", Sort.Direction.ASC)
                    .named("settling_since")
                    .sparse());
        };
    }

    @Bean
    PayoutSweep payoutSweep(FollowBatch follow) {
        return new PayoutSweep(follow);
    }
}
