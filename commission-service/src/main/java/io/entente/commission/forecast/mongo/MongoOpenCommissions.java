package io.entente.commission.forecast.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.documents.CompositeId;
import io.entente.commission.documents.Fields;
import io.entente.commission.forecast.OpenCommissions;
import io.entente.commission.partners.PartnerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Stores the list in {@code open_commissions} by partner and commission, and up to which transaction it is complete in {@code
 * open_commissions_read}. Each write increases {@code mark}. An entry is removed only if it still has the mark that was read.
 */
@Repository
class MongoOpenCommissions implements OpenCommissions {

    static final String COLLECTION = "open_commissions";
    static final String READ = "open_commissions_read";

    private static final String MARK = "mark";
    private static final String UP_TO = "upTo";

    private final MongoOperations mongo;

    MongoOpenCommissions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public long upTo(PartnerId partner) {
        Document read = mongo.execute(
                READ, collection -> collection.find(eq("_id", partner.value())).first());
        return read == null ? 0 : Fields.number(read, UP_TO);
    }

    @Override
    public void add(PartnerId partner, Collection<CommissionId> commissions, long upTo) {
        if (!commissions.isEmpty()) {
            List<UpdateOneModel<Document>> writes = commissions.stream()
                    .map(commission -> new UpdateOneModel<Document>(
                            eq("_id", id(partner, commission)),
                            Updates.inc(MARK, 1L),
                            new UpdateOptions().upsert(true)))
                    .toList();
            mongo.execute(
                    COLLECTION, collection -> collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        }
        mongo.execute(
                READ,
                collection -> collection.updateOne(
                        eq("_id", partner.value()), Updates.max(UP_TO, upTo), new UpdateOptions().upsert(true)));
    }

    @Override
    public List<Entry> list(PartnerId partner, @Nullable CommissionId after, int limit) {
        Bson query = after == null
                ? CompositeId.within(partner.value())
                : and(gt("_id", id(partner, after)), lt("_id", CompositeId.after(partner.value())));
        List<Document> found = mongo.execute(COLLECTION, collection -> collection
                .find(query)
                .sort(ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>()));
        return Objects.requireNonNull(found).stream()
                .map(stored -> new Entry(
                        new CommissionId(
                                CompositeId.parts(Fields.text(stored, "_id")).get(1)),
                        Fields.number(stored, MARK)))
                .toList();
    }

    @Override
    public void remove(PartnerId partner, Entry entry) {
        mongo.execute(
                COLLECTION,
                collection ->
                        collection.deleteOne(and(eq("_id", id(partner, entry.commission())), eq(MARK, entry.mark()))));
    }

    private static String id(PartnerId partner, CommissionId commission) {
        return CompositeId.of(partner.value(), commission.value());
    }
}
