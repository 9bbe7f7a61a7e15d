package io.entente.referral.deals.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.DealEvent;
import io.entente.referral.deals.Deals;
import io.entente.referral.deals.PendingWins;
import io.entente.referral.deals.lists.EarlyDealFilter;
import io.entente.referral.deals.lists.EarlyDeals;
import io.entente.referral.deals.lists.ListedEarlyDeal;
import io.entente.referral.referral.ReferralId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.joda.money.Money;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Stores deals in the collection {@code deals}, each with its outbox. The collection also holds documents without a
 * version: the uses of idempotency keys, and the deal ids that earlier versions of the service claimed.
 */
@Repository
class MongoDeals implements Deals, EarlyDeals, PendingWins {

    static final String COLLECTION = "deals";
    static final String REFERRAL_ID = "referralId";
    static final String PLACE = "place";
    static final String CLOSED_ON = "closedOn";
    static final String WIN_PENDING = "winPending";
    static final String PARTNER_ID = "partnerId";
    static final String AMOUNT = "amount.amount";
    static final String CURRENCY = "amount.currency";

    /** The number of deals of one referral on one day that are searched for a deal with the same amount. */
    private static final int MAX_ON_ONE_DAY = 1_000;

    /** The number of a partner's deals with one amount that are searched for a deal with the same client. */
    private static final int MAX_OF_ONE_AMOUNT = 200;

    private static final String ID = "_id";
    private static final String VERSION = "version";

    private final MongoOperations mongo;
    private final AggregateStore<Deal, DealEvent, DealDocument> store;
    private final IndexedList early;
    private final MeterRegistry registry;

    MongoDeals(
            MongoOperations mongo,
            AggregateStores stores,
            EventRecorder recorder,
            MeterRegistry registry,
            Clock clock) {
        this.mongo = mongo;
        this.early = new IndexedList(mongo, COLLECTION, ListedEarlyDeal.ORDERS, clock);
        this.store = stores.of(new DealMapping(recorder));
        this.registry = registry;
    }

    @Override
    public Optional<Deal> find(String dealId) {
        return store.find(new Query(where(ID).is(dealId).and(VERSION).exists(true)).limit(1)).stream()
                .findFirst();
    }

    @Override
    public Optional<ReferralId> holder(String dealId) {
        return Optional.ofNullable(mongo.findById(dealId, Document.class, COLLECTION))
                .map(found -> new ReferralId(found.getString(REFERRAL_ID)));
    }

    @Override
    public Optional<CompletableFuture<Void>> add(Change<Deal, DealEvent> closed) {
        return insert(closed).or(() -> isUnusedClaim(closed.state()) ? insert(closed) : Optional.empty());
    }

    @Override
    public List<Optional<CompletableFuture<Void>>> addAll(List<Change<Deal, DealEvent>> closed) {
        List<Optional<CompletableFuture<Void>>> published = new ArrayList<>(store.insertAll(closed));
        for (int i = 0; i < closed.size(); i++) {
            if (published.get(i).isPresent()) {
                count(closed.get(i));
            } else if (isUnusedClaim(closed.get(i).state())) {
                published.set(i, insert(closed.get(i)));
            }
        }
        return published;
    }

    @Override
    public CompletableFuture<Void> publishAll(Collection<String> dealIds) {
        return store.publishAll(dealIds);
    }

    private Optional<CompletableFuture<Void>> insert(Change<Deal, DealEvent> closed) {
        Optional<CompletableFuture<Void>> published = store.insert(closed, null);
        if (published.isPresent()) {
            count(closed);
        }
        return published;
    }

    /**
     * Removes the claim of the id if an earlier version of the service made it for the same referral and crashed before
     * it stored the deal. Returns whether there was such a claim.
     */
    private boolean isUnusedClaim(Deal deal) {
        Query claim = new Query(where(ID)
                .is(deal.dealId())
                .and(VERSION)
                .exists(false)
                .and(REFERRAL_ID)
                .is(deal.referralId().value())
                .and("dealId")
                .is(deal.dealId()));
        return mongo.remove(claim, COLLECTION).getDeletedCount() > 0;
    }

    @Override
    public Optional<Loaded<Deal>> load(String dealId) {
        return find(dealId).flatMap(found -> store.load(dealId));
    }

    @Override
    public CompletableFuture<Void> update(Loaded<Deal> before, Change<Deal, DealEvent> change) {
        CompletableFuture<Void> published = store.replace(before, change);
        count(change);
        return published;
    }

    @Override
    public List<Deal> closedBetween(ReferralId referralId, LocalDate first, LocalDate last) {
        return store.find(new Query(where(REFERRAL_ID)
                        .is(referralId.value())
                        .and(CLOSED_ON)
                        .gte(first.toString())
                        .lte(last.toString()))
                .limit(MAX_ON_ONE_DAY));
    }

    @Override
    public List<Deal> closedBetween(String partnerId, Money amount, LocalDate first, LocalDate last) {
        MoneyJson wanted = MoneyJson.of(amount);
        Query closed = new Query(where(PARTNER_ID)
                .is(partnerId)
                .and(AMOUNT)
                .is(wanted.amount())
                .and(CURRENCY)
                .is(wanted.currency())
                .and(CLOSED_ON)
                .gte(first.toString())
                .lte(last.toString()));
        return store.find(closed.limit(MAX_OF_ONE_AMOUNT));
    }

    @Override
    public List<Deal> live(ReferralId referralId, int limit) {
        return store.find(new Query(ofReferral(referralId, "").and("reversal").exists(false))
                .with(Sort.by(Sort.Direction.DESC, REFERRAL_ID, PLACE))
                .limit(limit));
    }

    @Override
    public Page<Deal> list(EarlyDealFilter filter, PageRequest page) {
        return early.page(ListedEarlyDeal.query(filter), page, store::find, Deal::dealId);
    }

    @Override
    public List<Deal> newest(ReferralId referralId, int limit) {
        List<Deal> found = new ArrayList<>(store.find(new Query(ofReferral(referralId, ""))
                .with(Sort.by(Sort.Direction.DESC, REFERRAL_ID, PLACE))
                .limit(limit)));
        Collections.reverse(found);
        return found;
    }

    @Override
    public Page<Deal> list(ReferralId referralId, PageRequest page) {
        String after = page.after() == null ? "" : page.after();
        List<Deal> found = store.find(new Query(ofReferral(referralId, after))
                .with(Sort.by(REFERRAL_ID, PLACE))
                .limit(page.fetch()));
        return Page.of(found, page, deal -> DealDocument.place(deal.recordedAt(), deal.dealId()));
    }

    private static Criteria ofReferral(ReferralId referralId, String after) {
        return where(REFERRAL_ID).is(referralId.value()).and(PLACE).gt(after);
    }

    @Override
    public CompletableFuture<Void> publish(String dealId) {
        return find(dealId).isPresent() ? store.publish(dealId) : CompletableFuture.completedFuture(null);
    }

    @Override
    public List<Deal> storedBefore(Instant time, int limit) {
        return store.find(new Query(where(WIN_PENDING).lte(time))
                .with(Sort.by(WIN_PENDING))
                .limit(limit));
    }

    @Override
    public void clear(Collection<String> dealIds) {
        mongo.updateMulti(new Query(where(ID).in(dealIds)), new Update().unset(WIN_PENDING), COLLECTION);
    }

    /** Counts the event in {@code entente.referral.events}, like the events of referrals. */
    private void count(Change<Deal, DealEvent> change) {
        for (DealEvent event : change.events()) {
            String origin = event.about().occurrence().origin().name().toLowerCase(Locale.ROOT);
            registry.counter("entente.referral.events", "event", event.wireName(), "origin", origin)
                    .increment();
        }
    }
}
