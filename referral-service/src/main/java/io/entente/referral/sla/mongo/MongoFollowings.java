package io.entente.referral.sla.mongo;

import io.entente.referral.sla.follow.Following;
import io.entente.referral.sla.follow.Followings;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** One document for each calendar in the collection {@code sla_followed_calendars}. */
@Repository
class MongoFollowings implements Followings {

    static final String COLLECTION = "sla_followed_calendars";

    private final MongoOperations mongo;

    MongoFollowings(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Following> find(String code) {
        return Optional.ofNullable(mongo.findById(code, FollowingDocument.class, COLLECTION))
                .map(FollowingDocument::toFollowing);
    }

    @Override
    public void keep(Following following) {
        mongo.save(FollowingDocument.of(following), COLLECTION);
    }

    /** The stored form. */
    record FollowingDocument(
            @Id String code,
            int version,
            int kinds,
            @Nullable String after,
            long examined,
            int failed,
            @Nullable Instant resumeAt,
            @Nullable Instant endedAt) {

        static FollowingDocument of(Following following) {
            return new FollowingDocument(
                    following.code(),
                    following.version(),
                    following.kinds(),
                    following.after(),
                    following.examined(),
                    following.failed(),
                    following.resumeAt(),
                    following.endedAt());
        }

        Following toFollowing() {
            return new Following(code, version, kinds, after, examined, failed, resumeAt, endedAt);
        }
    }
}
