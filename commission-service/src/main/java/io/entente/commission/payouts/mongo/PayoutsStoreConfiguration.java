package io.entente.commission.payouts.mongo;

import io.entente.commission.payouts.FollowBatch;
import io.entente.commission.payouts.lists.ListedBatch;
import io.entente.commission.payouts.lists.ListedCorrection;
import io.entente.commission.payouts.lists.ListedPayout;
import io.entente.commission.secrets.SealedPayees;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.entente.platform.secrets.SealedCollection;
import java.time.Duration;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The outbox of payouts, their encryption, the indexes that lists and the sweep need, and the sweep itself. */
@Configuration(proxyBeanMethods = false)
class PayoutsStoreConfiguration {

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(5);

    @Bean
    OutboxCollection payoutsOutbox() {
        return new OutboxCollection(MongoPayouts.COLLECTION);
    }

    @Bean
    SealedCollection sealedPayouts() {
        return SealedPayees.payouts(MongoPayouts.COLLECTION);
    }

    @Bean
    SmartInitializingSingleton payoutIndexes(MongoOperations mongo) {
        return () -> {
            IndexOperations indexes = mongo.indexOps(MongoPayouts.COLLECTION);
            // Erasing a partner finds its payouts.
            indexes.createIndex(new Index("partnerId", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
            indexes.createIndex(
                    new Index("paidOn", Sort.Direction.ASC).named("paid_on").sparse());
            indexes.createIndex(new Index("partnerId", Sort.Direction.ASC).on("paidOn", Sort.Direction.ASC));
            indexes.createIndex(new Index("settlingSince", Sort.Direction.ASC)
                    .named("settling_since")
                    .sparse());
            indexes.createIndex(new Index(MongoPayouts.REFERENCE, Sort.Direction.ASC));
            indexes.createIndex(new Index(MongoPayouts.WAITING_CORRECTION, Sort.Direction.ASC)
                    .named("waiting_correction")
                    .sparse());
            IndexOperations batches = mongo.indexOps(MongoPayoutBatches.COLLECTION);
            batches.createIndex(new Index(MongoPayoutBatches.KEY, Sort.Direction.ASC));
            batches.createIndex(new Index("followed", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
            batches.createIndex(new Index("status", Sort.Direction.ASC).on("submittedAt", Sort.Direction.ASC));
        };
    }

    /** Payouts of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton payoutsInTheList(MongoOperations mongo) {
        ListEntries<PayoutDocument> entries = new ListEntries<>(
                mongo,
                MongoPayouts.COLLECTION,
                PayoutDocument.class,
                payout -> new Document("_id", payout.id()).append("version", payout.version()),
                payout -> ListedPayout.of(payout.toPayout()));
        return () -> {
            IndexedList.createIndexes(mongo, MongoPayouts.COLLECTION, ListedPayout.ORDERS);
            entries.complete(ListedPayout.FORM);
        };
    }

    /** Batches of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton batchesInTheList(MongoOperations mongo) {
        ListEntries<MongoPayoutBatches.BatchDocument> entries = new ListEntries<>(
                mongo,
                MongoPayoutBatches.COLLECTION,
                MongoPayoutBatches.BatchDocument.class,
                batch -> new Document("_id", batch.id()).append("version", batch.version()),
                batch -> ListedBatch.of(batch.toBatch()));
        return () -> {
            IndexedList.createIndexes(mongo, MongoPayoutBatches.COLLECTION, ListedBatch.ORDERS);
            entries.complete(ListedBatch.FORM);
        };
    }

    /** Corrections that wait since an earlier version get their entry before the service takes requests. */
    @Bean
    SmartInitializingSingleton correctionsInTheList(MongoOperations mongo, MongoCorrectionList list) {
        return () -> {
            IndexedList.createIndexes(mongo, MongoCorrectionList.COLLECTION, ListedCorrection.ORDERS);
            Query waiting =
                    new Query(Criteria.where(MongoPayouts.WAITING_CORRECTION).gt(""));
            try (Stream<PayoutDocument> all = mongo.stream(waiting, PayoutDocument.class, MongoPayouts.COLLECTION)) {
                all.map(PayoutDocument::toPayout).forEach(list::addWaiting);
            }
        };
    }

    /** Completes batches and payouts that instances which died have left. */
    @Bean
    Sweep payoutSweep(Sweeps sweeps, FollowBatch follow) {
        return sweeps.atStartAndEvery(SWEEP_INTERVAL, "payouts", follow::sweep);
    }
}
