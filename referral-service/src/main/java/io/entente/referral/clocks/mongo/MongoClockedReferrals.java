package io.entente.referral.clocks.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Loaded;
import io.entente.referral.clocks.EscalatedClocks;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralEvent.ClockTold;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.TermsInForce;
import io.entente.referral.sla.ClockedReferrals;
import io.entente.referral.sla.Promises;
import io.entente.referral.sla.SlaEvent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Finds referrals with due clocks by the index on {@code nextClockAt}, so a search costs as much as is due, regardless
 * of the number of referrals.
 */
@Repository
class MongoClockedReferrals implements ClockedReferrals, EscalatedClocks {

    /** The collection of the referrals, whose documents contain the clocks. */
    static final String REFERRALS = "referrals";

    static final String NEXT_CLOCK_AT = "nextClockAt";
    static final String ID = "_id";

    private final MongoOperations mongo;
    private final Referrals referrals;
    private final TermsInForce terms;

    MongoClockedReferrals(MongoOperations mongo, Referrals referrals, TermsInForce terms) {
        this.mongo = mongo;
        this.referrals = referrals;
        this.terms = terms;
    }

    @Override
    public List<String> due(Instant now, int skip, int limit) {
        Query query = new Query(where(NEXT_CLOCK_AT).lte(now))
                .with(Sort.by(NEXT_CLOCK_AT))
                .skip(skip)
                .limit(limit);
        query.fields().include(ID);
        return mongo.find(query, Document.class, REFERRALS).stream()
                .map(found -> found.getString(ID))
                .toList();
    }

    @Override
    public List<SlaEvent> advance(String referralId, Instant now) {
        return referrals
                .load(new ReferralId(referralId))
                .map(loaded -> store(loaded, loaded.state().clocksUntil(now, promises(loaded.state()))))
                .orElseGet(List::of);
    }

    @Override
    public List<String> of(String partnerId, String openKey, @Nullable String after, int limit) {
        Criteria open = where(MongoSlaBoard.OPEN_CLOCKS)
                .is(openKey)
                .and(MongoPromiseRecords.PARTNER_ID)
                .is(partnerId);
        return ids(open, after, limit);
    }

    @Override
    public void follow(String referralId, Promises promises, Instant now) {
        referrals
                .load(new ReferralId(referralId))
                .ifPresent(loaded -> store(loaded, loaded.state().clocksUntil(now, promises)));
    }

    private Promises promises(Referral referral) {
        return terms.of(referral.introduction().partnerId()).promises();
    }

    @Override
    public List<String> withOpenClock(String openKey, @Nullable String after, int limit) {
        return ids(where(MongoSlaBoard.OPEN_CLOCKS).is(openKey), after, limit);
    }

    private List<String> ids(Criteria open, @Nullable String after, int limit) {
        Query query = new Query(after == null ? open : open.and(ID).gt(after))
                .with(Sort.by(ID))
                .limit(limit);
        query.fields().include(ID);
        return mongo.find(query, Document.class, REFERRALS).stream()
                .map(found -> found.getString(ID))
                .toList();
    }

    private List<SlaEvent> store(Loaded<Referral> loaded, Change<Referral, ReferralEvent> change) {
        if (!loaded.state().isChangedBy(change)) {
            return List.of();
        }
        try {
            CompletableFuture<Void> unused = referrals.update(loaded, change);
        } catch (ConcurrentUpdateException anotherCameFirst) {
            return List.of();
        }
        return change.events().stream()
                .map(event -> ((ClockTold) event).event())
                .toList();
    }
}
