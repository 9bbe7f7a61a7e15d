package io.entente.commission.deals.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.documents.CompositeId;
import io.entente.commission.partners.PartnerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Referrals by partner and day in {@code submitted_referrals}, where those of a window are a range of {@code _id}. Only
 * referrals handed in since this service listens are known.
 */
@Repository
class MongoSubmittedReferrals implements SubmittedReferrals {

    static final String COLLECTION = "submitted_referrals";

    private final MongoOperations mongo;

    MongoSubmittedReferrals(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(PartnerId partner, Submitted referral) {
        String id =
                CompositeId.of(partner.value(), referral.on().toString(), referral.referralId(), referral.clientKey());
        try {
            mongo.execute(COLLECTION, collection -> collection.insertOne(new Document("_id", id)));
        } catch (DuplicateKeyException known) {
            // It came before.
        }
    }

    @Override
    public List<Submitted> within(PartnerId partner, LocalDate from, LocalDate to) {
        String start = CompositeId.of(partner.value(), from.toString());
        String end = CompositeId.of(partner.value(), to.plusDays(1).toString());
        List<Document> found = mongo.execute(COLLECTION, collection -> collection
                .find(and(gte("_id", start), lt("_id", end)))
                .into(new ArrayList<>()));
        return Objects.requireNonNull(found).stream()
                .map(stored -> CompositeId.parts(Objects.requireNonNull(stored.getString("_id"))))
                .map(parts -> new Submitted(parts.get(2), parts.get(3), LocalDate.parse(parts.get(1))))
                .toList();
    }
}
