package io.entente.referral.attribution.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.referral.attribution.checks.Availability;
import io.entente.referral.attribution.checks.CheckFilter;
import io.entente.referral.attribution.checks.ClientCheck;
import io.entente.referral.attribution.checks.ClientChecks;
import io.entente.referral.attribution.checks.ListedCheck;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Stores checks in {@code client_checks}, and counts the questions of each partner and hour in {@code client_check_counts}. */
@Repository
class MongoClientChecks implements ClientChecks {

    static final String COLLECTION = "client_checks";
    static final String PARTNER_ID = "partnerId";
    static final String CLIENT_KEY = "clientKey";
    static final String HELD_UNTIL = "heldUntil";
    /** Present as long as the hold has not been released, for a sparse index. */
    static final String TO_RELEASE = "toRelease";

    private static final String COUNTS = "client_check_counts";
    private static final String ID = "_id";
    private static final String COUNT = "count";
    private static final FindAndModifyOptions NEW_OR_CHANGED =
            FindAndModifyOptions.options().upsert(true).returnNew(true);

    private final MongoOperations mongo;
    private final IndexedList list;

    MongoClientChecks(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, ListedCheck.ORDERS, clock);
    }

    @Override
    public Optional<ClientCheck> find(String id) {
        return Optional.ofNullable(mongo.findById(id, CheckDocument.class, COLLECTION))
                .map(CheckDocument::toCheck);
    }

    @Override
    public boolean add(ClientCheck check) {
        try {
            mongo.insert(CheckDocument.of(check), COLLECTION);
            return true;
        } catch (DuplicateKeyException exists) {
            return false;
        }
    }

    @Override
    public Page<ClientCheck> list(CheckFilter filter, PageRequest page) {
        return list.page(
                        ListedCheck.query(filter),
                        page,
                        these -> mongo.find(these, CheckDocument.class, COLLECTION),
                        CheckDocument::id)
                .map(CheckDocument::toCheck);
    }

    @Override
    public List<ClientCheck> of(String partnerId, String clientKey, int limit) {
        Query ofClient = query(where(PARTNER_ID).is(partnerId).and(CLIENT_KEY).is(clientKey))
                .limit(limit);
        return mongo.find(ofClient, CheckDocument.class, COLLECTION).stream()
                .map(CheckDocument::toCheck)
                .toList();
    }

    @Override
    public long countOneMore(String partnerId, long hour) {
        Query count = query(where(ID).is(beginningOf(hour) + partnerId));
        try {
            return counted(count);
        } catch (DuplicateKeyException firstOfTheHourAtTheSameTime) {
            return counted(count);
        }
    }

    private long counted(Query count) {
        Document counted =
                mongo.findAndModify(count, new Update().inc(COUNT, 1L), NEW_OR_CHANGED, Document.class, COUNTS);
        return Objects.requireNonNull(counted).get(COUNT, Number.class).longValue();
    }

    @Override
    public long countHeld(String partnerId, Instant now) {
        return mongo.count(query(where(PARTNER_ID).is(partnerId).and(HELD_UNTIL).gt(now)), COLLECTION);
    }

    @Override
    public boolean wasHeldSince(String partnerId, String clientKey, Instant time) {
        Query held = query(where(PARTNER_ID)
                        .is(partnerId)
                        .and(CLIENT_KEY)
                        .is(clientKey)
                        .and(HELD_UNTIL)
                        .gt(time))
                .limit(1);
        return mongo.findOne(held, CheckDocument.class, COLLECTION) != null;
    }

    @Override
    public List<ClientCheck> endedBefore(Instant time, int limit) {
        Query ended =
                query(where(TO_RELEASE).lte(time)).with(Sort.by(TO_RELEASE)).limit(limit);
        return mongo.find(ended, CheckDocument.class, COLLECTION).stream()
                .map(CheckDocument::toCheck)
                .toList();
    }

    @Override
    public void released(String id) {
        mongo.updateFirst(query(where(ID).is(id)), new Update().unset(TO_RELEASE), COLLECTION);
    }

    @Override
    public void forgetCountsBefore(long hour) {
        mongo.remove(query(where(ID).lt(beginningOf(hour))), COUNTS);
    }

    /** Ids begin with the hour, so that earlier ones are a range. */
    private static String beginningOf(long hour) {
        return "%010d/".formatted(hour);
    }

    /**
     * @param toRelease the end of the hold, as long as it has not been released
     * @param list absent in documents of earlier versions until their entry is stored when the service starts
     */
    record CheckDocument(
            @Id String id,
            String partnerId,
            String organisation,
            @Nullable String domain,
            @Nullable String country,
            String clientKey,
            Availability answer,
            Instant checkedAt,
            @Nullable Instant heldUntil,
            String by,
            String fingerprint,
            @Nullable Instant toRelease,
            @Nullable ListEntry list) {

        static CheckDocument of(ClientCheck check) {
            return new CheckDocument(
                    check.id(),
                    check.partnerId(),
                    check.organisation(),
                    check.domain(),
                    check.country(),
                    check.clientKey(),
                    check.answer(),
                    check.checkedAt(),
                    check.heldUntil(),
                    check.by(),
                    check.fingerprint(),
                    check.heldUntil(),
                    ListedCheck.of(check));
        }

        ClientCheck toCheck() {
            return new ClientCheck(
                    id,
                    partnerId,
                    organisation,
                    domain,
                    country,
                    clientKey,
                    answer,
                    checkedAt,
                    heldUntil,
                    by,
                    fingerprint);
        }
    }
}
