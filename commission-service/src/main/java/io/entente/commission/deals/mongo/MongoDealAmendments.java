package io.entente.commission.deals.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.set;
import static io.entente.commission.documents.Fields.part;
import static io.entente.commission.documents.Fields.text;

import com.mongodb.client.model.UpdateOptions;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.DealAmendments;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.deals.amendments.ServiceChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private static final String SERVICES = "services";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String SEQUENCE = CORRECTED + ".sequence";

    private final MongoOperations mongo;

    MongoDealAmendments(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(CorrectedDeal corrected) {
        ServiceChange service = corrected.service();
        if (service != null) {
            mongo.execute(
                    COLLECTION,
                    collection -> collection.updateOne(
                            eq("_id", corrected.deal().id()),
                            set(
                                    SERVICES + "." + corrected.sequence(),
                                    new Document(BEFORE, service.before()).append(AFTER, service.after())),
                            new UpdateOptions().upsert(true)));
        }
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
                .filter(stored -> stored.containsKey(CORRECTED) || stored.containsKey(REVERSED))
                .map(AmendmentDocuments::read)
                .toList();
    }

    @Override
    public Map<String, SortedMap<Long, ServiceChange>> services(Collection<String> dealIds) {
        List<Document> found = mongo.execute(COLLECTION, collection -> collection
                .find(and(in("_id", dealIds), exists(SERVICES)))
                .projection(include(SERVICES))
                .into(new ArrayList<>()));
        Map<String, SortedMap<Long, ServiceChange>> services = new HashMap<>();
        Objects.requireNonNull(found).forEach(stored -> services.put(text(stored, "_id"), changes(stored)));
        return services;
    }

    private static SortedMap<Long, ServiceChange> changes(Document stored) {
        SortedMap<Long, ServiceChange> changes = new TreeMap<>();
        Document services = part(stored, SERVICES);
        services.keySet().forEach(sequence -> {
            Document change = part(services, sequence);
            changes.put(Long.parseLong(sequence), new ServiceChange(text(change, BEFORE), text(change, AFTER)));
        });
        return changes;
    }
}
