package io.entente.commission.deals.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.DealAmendments;
import io.entente.commission.deals.amendments.ReversedDeal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Stores what became of a deal in {@code deal_amendments}, with the deal's id as {@code _id}. */
@Repository
class MongoDealAmendments implements DealAmendments {

    static final String COLLECTION = "deal_amendments";

    private static final String CORRECTED = "corrected";
    private static final String REVERSED = "reversed";
    private static final String SEQUENCE = CORRECTED + ".sequence";

    private final MongoOperations mongo;

    MongoDealAmendments(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(CorrectedDeal corrected) {
        Document document = AmendmentDocuments.write(corrected);
        try {
            mongo.execute(
                    COLLECTION,
                    collection -> collection.updateOne(
                            and(
                                    eq("_id", corrected.deal().id()),
                                    or(exists(SEQUENCE, false), lt(SEQUENCE, corrected.sequence()))),
                            set(CORRECTED, document),
                            new UpdateOptions().upsert(true)));
        } catch (DuplicateKeyException later) {
            // This correction or a later one is stored.
        }
    }

    @Override
    public void add(ReversedDeal reversed) {
        Document document = AmendmentDocuments.write(reversed);
        try {
            mongo.execute(
                    COLLECTION,
                    collection -> collection.updateOne(
                            and(eq("_id", reversed.dealId()), exists(REVERSED, false)),
                            set(REVERSED, document),
                            new UpdateOptions().upsert(true)));
        } catch (DuplicateKeyException known) {
            // The reversal is stored.
        }
    }

    @Override
    public List<Amended> find(Collection<String> dealIds) {
        List<Document> found = mongo.execute(
                COLLECTION, collection -> collection.find(in("_id", dealIds)).into(new ArrayList<>()));
        return Objects.requireNonNull(found).stream()
                .map(AmendmentDocuments::read)
                .toList();
    }
}
