package io.entente.partner.tiers.mongo;

import io.entente.partner.tiers.review.ListedProposal;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** The outbox of reviews, and the indexes of days of reviews and proposals. */
@Configuration(proxyBeanMethods = false)
class TiersStoreConfiguration {

    @Bean
    OutboxCollection tierReviewsOutbox() {
        return new OutboxCollection(MongoTierReviews.COLLECTION);
    }

    @Bean
    ApplicationRunner tierIndexes(MongoOperations mongo) {
        return arguments -> {
            mongo.indexOps(MongoReviewSchedule.COLLECTION)
                    .createIndex(new Index(MongoReviewSchedule.REVIEW_ON, Sort.Direction.ASC));
            IndexedList.createIndexes(mongo, MongoTierReviews.COLLECTION, ListedProposal.ORDERS);
        };
    }
}
