package io.entente.referral.attribution.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.referral.attribution.Undertaking;
import io.entente.referral.attribution.Undertakings;
import io.entente.referral.attribution.conflicts.CaseId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** What is under way, in the collection {@code attribution_undertakings}, which is empty when nothing is. */
@Repository
class MongoUndertakings implements Undertakings {

    static final String COLLECTION = "attribution_undertakings";

    private final MongoOperations mongo;

    MongoUndertakings(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void begin(Undertaking undertaking) {
        try {
            mongo.insert(UndertakingDocument.of(undertaking), COLLECTION);
        } catch (DuplicateKeyException begun) {
            // By an attempt before this one; its age tells the sweep that it needs help.
        }
    }

    @Override
    public void done(Undertaking undertaking) {
        mongo.remove(query(where("_id").is(undertaking.id())), COLLECTION);
    }

    @Override
    public void postpone(Undertaking undertaking, Instant now) {
        mongo.updateFirst(query(where("_id").is(undertaking.id())), new Update().set("lookedAt", now), COLLECTION);
    }

    @Override
    public List<Undertaking> waitingSince(Instant time, int limit) {
        return mongo
                .find(
                        query(where("lookedAt").lt(time))
                                .with(Sort.by("lookedAt"))
                                .limit(limit),
                        UndertakingDocument.class,
                        COLLECTION)
                .stream()
                .map(UndertakingDocument::toUndertaking)
                .toList();
    }

    record UndertakingDocument(
            @Id String id,
            Instant since,
            Instant lookedAt,
            @Nullable IntroductionDocument introduction,
            @Nullable String conflict) {

        static UndertakingDocument of(Undertaking undertaking) {
            return new UndertakingDocument(
                    undertaking.id(),
                    undertaking.since(),
                    undertaking.since(),
                    undertaking.introduction() == null ? null : IntroductionDocument.of(undertaking.introduction()),
                    undertaking.conflict() == null
                            ? null
                            : undertaking.conflict().value());
        }

        Undertaking toUndertaking() {
            return new Undertaking(
                    id,
                    since,
                    introduction == null ? null : introduction.toIntroduction(),
                    conflict == null ? null : new CaseId(conflict));
        }
    }
}
