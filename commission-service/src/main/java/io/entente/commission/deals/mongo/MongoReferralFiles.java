package io.entente.commission.deals.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.UpdateOptions;
import io.entente.commission.deals.Consent;
import io.entente.commission.deals.ReferralFiles;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Stores one document in {@code referral_files} for each referral that has recorded consent, or whose deals may wait
 * for it.
 */
@Repository
class MongoReferralFiles implements ReferralFiles {

    static final String COLLECTION = "referral_files";

    private static final String SEQUENCE = "sequence";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoOperations mongo;

    MongoReferralFiles(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void addDeal(String referralId, String dealId) {
        mongo.execute(
                COLLECTION,
                collection -> collection.updateOne(
                        eq("_id", referralId), combine(addToSet("deals", dealId), setOnInsert(SEQUENCE, 0L)), UPSERT));
    }

    @Override
    public void record(String referralId, Consent consent, long sequence) {
        mongo.execute(
                COLLECTION,
                collection -> collection.updateOne(eq("_id", referralId), setOnInsert(SEQUENCE, 0L), UPSERT));
        Document stored =
                new Document("feeDisclosed", consent.feeDisclosed()).append("clientAgrees", consent.clientAgrees());
        mongo.execute(
                COLLECTION,
                collection -> collection.updateOne(
                        and(eq("_id", referralId), lt(SEQUENCE, sequence)),
                        combine(set("consent", stored), set(SEQUENCE, sequence))));
    }

    @Override
    public Optional<ReferralFile> find(String referralId) {
        return Optional.ofNullable(mongo.execute(
                        COLLECTION,
                        collection -> collection.find(eq("_id", referralId)).first()))
                .map(stored -> {
                    Document consent = stored.get("consent", Document.class);
                    return new ReferralFile(
                            consent == null
                                    ? null
                                    : new Consent(
                                            Boolean.TRUE.equals(consent.getBoolean("feeDisclosed")),
                                            Boolean.TRUE.equals(consent.getBoolean("clientAgrees"))),
                            stored.getList("deals", String.class, List.of()));
                });
    }
}
