package io.entente.partner.tiers.mongo;

import io.entente.partner.tiers.review.ListedProposal;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** The outbox of reviews, their encryption, and the indexes of days of reviews and proposals. */
@Configuration(proxyBeanMethods = false)
class TiersStoreConfiguration {

    @Bean
    OutboxCollection tierReviewsOutbox() {
        return new OutboxCollection(MongoTierReviews.COLLECTION);
    }

    /** The reason of a decision may name a person. */
    @Bean
    SealedCollection sealedTierReviews() {
        return SealedCollection.withOwnKeys(
                MongoTierReviews.COLLECTION, List.of(SealedField.optional("proposal.reason")));
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
