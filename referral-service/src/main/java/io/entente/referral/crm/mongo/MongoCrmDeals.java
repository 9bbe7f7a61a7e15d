package io.entente.referral.crm.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.referral.crm.ChangeWaits;
import io.entente.referral.crm.Crm;
import io.entente.referral.crm.CrmDeal;
import io.entente.referral.crm.CrmDeals;
import io.entente.referral.crm.lists.CrmDealFilter;
import io.entente.referral.crm.lists.CrmDealList;
import io.entente.referral.crm.lists.ListedCrmDeal;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.referral.ReferralId;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/** Stores the deals of CRMs in the collection {@code crm_deals}, each with its outbox. */
@Repository
class MongoCrmDeals implements CrmDeals, CrmDealList {

    static final String COLLECTION = "crm_deals";
    static final String STATE = "state";
    static final String CRM = "crm";
    static final String REFERRAL_ID = "referralId";
    static final String NOTICE_SINCE = "noticeSince";
    static final String RETRY_AT = "retryAt";
    static final String UNKNOWN_IN = "unknownIn";
    static final String MERGED_INTO = "mergedInto";

    private static final int MAX_OF_REFERRAL = 100;
    private static final String ID = "_id";

    private final MongoOperations mongo;
    private final AggregateStore<CrmDeal, ChangeWaits, CrmDealDocument> store;
    private final IndexedList list;

    MongoCrmDeals(MongoOperations mongo, AggregateStores stores, EventRecorder recorder, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, ListedCrmDeal.ORDERS, clock);
        this.store = stores.of(new CrmDealMapping(recorder));
    }

    /** The field that says why a change waits. There is one field for each subject, so that each has an index. */
    static String field(WaitReason.Subject subject) {
        return switch (subject) {
            case STAGE -> "stageReason";
            case TERMS -> "termsReason";
            case RECORD -> "recordReason";
            case DETAILS -> "detailsReason";
            case LINK -> "linkReason";
        };
    }

    @Override
    public Optional<CrmDeal> find(Crm crm, String crmDealId) {
        return store.find(CrmDeal.idOf(crm, crmDealId));
    }

    @Override
    public Optional<Loaded<CrmDeal>> load(Crm crm, String crmDealId) {
        return store.load(CrmDeal.idOf(crm, crmDealId));
    }

    @Override
    public void add(CrmDeal deal) {
        if (store.insert(Change.nothing(deal), null).isEmpty()) {
            throw new ConcurrentUpdateException("The CRM deal %s has been stored meanwhile".formatted(deal.id()));
        }
    }

    @Override
    public void update(Loaded<CrmDeal> before, Change<CrmDeal, ChangeWaits> change) {
        CompletableFuture<Void> unused = store.replace(before, change);
    }

    @Override
    public Page<CrmDeal> list(CrmDealFilter filter, PageRequest page) {
        return list.page(ListedCrmDeal.query(filter), page, store::find, CrmDeal::id);
    }

    @Override
    public List<CrmDeal> waiting(int limit, @Nullable String afterId) {
        Criteria waiting = where(STATE).is(CrmDeal.State.WAITING);
        Criteria from = afterId == null ? waiting : waiting.and(ID).gt(afterId);
        return store.find(query(from).with(Sort.by(ID)).limit(limit));
    }

    @Override
    public List<CrmDeal> linkedTo(ReferralId referralId) {
        return store.find(query(where(REFERRAL_ID).is(referralId.value())).limit(MAX_OF_REFERRAL));
    }

    @Override
    public List<CrmDeal> unlinked(Crm crm, List<String> crmDealIds) {
        List<String> ids =
                crmDealIds.stream().map(id -> CrmDeal.idOf(crm, id)).distinct().toList();
        return store.find(query(where(ID).in(ids))).stream()
                .filter(deal -> deal.referralId() == null)
                .toList();
    }

    @Override
    public List<CrmDeal> mergedInto(CrmDeal deal) {
        return store.find(query(where(MERGED_INTO).is(deal.id())).limit(MAX_OF_REFERRAL));
    }

    @Override
    public List<CrmDeal> unnoticed(Instant since, int limit) {
        return store.find(query(where(NOTICE_SINCE).lte(since))
                .with(Sort.by(NOTICE_SINCE))
                .limit(limit));
    }

    @Override
    public List<CrmDeal> toRetry(Instant by, int limit) {
        return store.find(query(where(RETRY_AT).lte(by)).with(Sort.by(RETRY_AT)).limit(limit));
    }

    @Override
    public List<CrmDeal> unknownBefore(Crm crm, int profileVersion, int limit) {
        return store.find(query(where(CRM).is(crm).and(UNKNOWN_IN).lt(profileVersion))
                .with(Sort.by(CRM, UNKNOWN_IN))
                .limit(limit));
    }

    @Override
    public Map<WaitReason, Long> countWaiting() {
        Map<WaitReason, Long> counts = new EnumMap<>(WaitReason.class);
        for (WaitReason reason : WaitReason.values()) {
            counts.put(reason, mongo.count(query(where(field(reason.subject())).is(reason)), COLLECTION));
        }
        return counts;
    }

    @Override
    public long deleteUnlinked(Instant lastHeardBefore) {
        return mongo.remove(
                        query(where(STATE)
                                .is(CrmDeal.State.UNLINKED)
                                .and("lastHeardAt")
                                .lt(lastHeardBefore)),
                        COLLECTION)
                .getDeletedCount();
    }
}
