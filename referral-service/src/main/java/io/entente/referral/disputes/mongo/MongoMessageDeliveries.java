package io.entente.referral.disputes.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.referral.disputes.MessageDeliveries;
import io.entente.referral.disputes.MessageDelivery;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Repository;

/** Deliveries in the collection {@code message_deliveries}. The id keeps one that is reported again from being stored twice. */
@Repository
class MongoMessageDeliveries implements MessageDeliveries {

    static final String COLLECTION = "message_deliveries";

    private static final String REFERRAL = "delivery.referralId";
    private static final String AT = "delivery.at";

    private final MongoOperations mongo;

    MongoMessageDeliveries(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The index with which the deliveries of a referral are found in their order. */
    static Index index() {
        return new Index(REFERRAL, Sort.Direction.ASC)
                .on(AT, Sort.Direction.ASC)
                .on("_id", Sort.Direction.ASC)
                .named("about_referral");
    }

    @Override
    public boolean keep(MessageDelivery delivery) {
        try {
            mongo.insert(
                    new DeliveryDocument(delivery.notificationId() + "/" + delivery.channel(), delivery), COLLECTION);
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public List<MessageDelivery> about(String referralId, int limit) {
        return mongo
                .find(
                        query(where(REFERRAL).is(referralId))
                                .with(Sort.by(AT, "_id"))
                                .limit(limit),
                        DeliveryDocument.class,
                        COLLECTION)
                .stream()
                .map(DeliveryDocument::delivery)
                .toList();
    }

    record DeliveryDocument(@Id String id, MessageDelivery delivery) {}
}
