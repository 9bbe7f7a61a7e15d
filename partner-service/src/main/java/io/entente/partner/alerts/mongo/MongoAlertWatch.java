package io.entente.partner.alerts.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.alerts.AlertWatch;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The days of checks in the collection {@code alert_watch}. */
@Repository
class MongoAlertWatch implements AlertWatch {

    static final String COLLECTION = "alert_watch";
    static final String CHECK_ON = "checkOn";

    private static final String ID = "_id";
    private static final String MARKS = "marks";

    private final MongoOperations mongo;

    MongoAlertWatch(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void mark(String partnerId, LocalDate day) {
        mongo.upsert(
                query(where(ID).is(partnerId)), new Update().inc(MARKS, 1).set(CHECK_ON, day.toString()), COLLECTION);
    }

    @Override
    public void addMissing(List<String> partnerIds, LocalDate day) {
        Set<String> missing = new HashSet<>(partnerIds);
        mongo.find(query(where(ID).in(partnerIds)), WatchDocument.class, COLLECTION)
                .forEach(known -> missing.remove(known.id()));
        for (String partner : missing) {
            try {
                mongo.insert(new WatchDocument(partner, 0, day.toString()), COLLECTION);
            } catch (DuplicateKeyException addedByAnotherInstance) {
                // The partner is checked, as it should be.
            }
        }
    }

    @Override
    public List<Due> due(LocalDate today, int limit) {
        Query due = query(where(CHECK_ON).lte(today.toString()))
                .with(Sort.by(CHECK_ON))
                .limit(limit);
        return mongo.find(due, WatchDocument.class, COLLECTION).stream()
                .map(each -> new Due(each.id(), each.marks()))
                .toList();
    }

    @Override
    public void next(Due checked, LocalDate day) {
        Query unchanged = query(where(ID).is(checked.partnerId()).and(MARKS).is(checked.marks()));
        mongo.updateFirst(unchanged, new Update().set(CHECK_ON, day.toString()), COLLECTION);
    }

    /** The stored form. The day is text, so that no time zone can move it. */
    record WatchDocument(@Id String id, long marks, String checkOn) {}
}
