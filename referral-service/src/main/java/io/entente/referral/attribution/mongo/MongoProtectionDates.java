package io.entente.referral.attribution.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.referral.attribution.ProtectionDates;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Dates in the collection {@code protection_dates}. Their ids are {@code <time>/<kind>/<referral>}, so the due dates are a
 * range at the beginning of the primary key.
 */
@Repository
class MongoProtectionDates implements ProtectionDates {

    static final String COLLECTION = "protection_dates";

    /** Has a fixed length, so that the texts sort like the times. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String LAST = "\uffff";

    private final MongoOperations mongo;

    MongoProtectionDates(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void plan(List<Due> dates) {
        for (Due due : dates) {
            try {
                mongo.insert(DueDocument.of(due), COLLECTION);
            } catch (DuplicateKeyException planned) {
                // An earlier attempt of the same command has planned it.
            }
        }
    }

    @Override
    public List<Due> due(Instant by, int limit) {
        return mongo
                .find(
                        query(where("_id").lte(TIME.format(by) + LAST))
                                .with(Sort.by("_id"))
                                .limit(limit),
                        DueDocument.class,
                        COLLECTION)
                .stream()
                .map(DueDocument::toDue)
                .toList();
    }

    @Override
    public void done(Due due) {
        mongo.remove(query(where("_id").is(DueDocument.idOf(due))), COLLECTION);
    }

    record DueDocument(@Id String id, Instant at, Action kind, String referralId, Instant protectedUntil) {

        static String idOf(Due due) {
            return "%s/%s/%s".formatted(TIME.format(due.at()), due.action(), due.referralId());
        }

        static DueDocument of(Due due) {
            return new DueDocument(idOf(due), due.at(), due.action(), due.referralId(), due.protectedUntil());
        }

        Due toDue() {
            return new Due(at, kind, referralId, protectedUntil);
        }
    }
}
