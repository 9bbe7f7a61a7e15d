package io.entente.partner.tiers.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.tiers.review.ReviewSchedule;
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

/** The days of reviews in the collection {@code tier_schedule}. */
@Repository
class MongoReviewSchedule implements ReviewSchedule {

    static final String COLLECTION = "tier_schedule";
    static final String REVIEW_ON = "reviewOn";

    private static final String MARKS = "marks";

    private final MongoOperations mongo;

    MongoReviewSchedule(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void mark(String partnerId, LocalDate day) {
        mongo.upsert(
                query(where("_id").is(partnerId)),
                new Update().inc(MARKS, 1).set(REVIEW_ON, day.toString()),
                COLLECTION);
    }

    @Override
    public void addMissing(List<String> partnerIds, LocalDate day) {
        Query known = query(where("_id").in(partnerIds));
        Set<String> missing = new HashSet<>(partnerIds);
        mongo.find(known, ScheduledDocument.class, COLLECTION).forEach(one -> missing.remove(one.id()));
        for (String partner : missing) {
            try {
                mongo.insert(new ScheduledDocument(partner, 0, day.toString()), COLLECTION);
            } catch (DuplicateKeyException scheduledByAnotherInstance) {
                // The partner is scheduled, as it should be.
            }
        }
    }

    @Override
    public List<Due> due(LocalDate today, int limit) {
        Query due = query(where(REVIEW_ON).lte(today.toString()))
                .with(Sort.by(REVIEW_ON))
                .limit(limit);
        return mongo.find(due, ScheduledDocument.class, COLLECTION).stream()
                .map(one -> new Due(one.id(), one.marks()))
                .toList();
    }

    @Override
    public void next(Due reviewed, LocalDate day) {
        Query unchanged = query(where("_id").is(reviewed.partnerId()).and(MARKS).is(reviewed.marks()));
        mongo.updateFirst(unchanged, new Update().set(REVIEW_ON, day.toString()), COLLECTION);
    }

    /** The stored form. The day is text, so that no time zone can move it. */
    record ScheduledDocument(@Id String id, long marks, String reviewOn) {}
}
