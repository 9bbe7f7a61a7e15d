package io.entente.commission.deals.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Updates;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealFacts;
import io.entente.commission.deals.ListedFact;
import io.entente.commission.deals.ListedFact.Reason;
import io.entente.commission.deals.ListedFact.Unmatched;
import io.entente.commission.documents.CompositeId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.runtime.lists.IndexedList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Stores each fact in {@code deal_facts} under its key, so that an id is used once. Each list is a range of one field
 * that holds the list's order as text.
 */
@Repository
class MongoDealFacts implements DealFacts {

    static final String FACTS = "deal_facts";
    static final String BY_DAY = "byDay";
    static final String BY_DEAL = "byDeal";
    static final String UNMATCHED = "unmatched";
    static final String UNMATCHED_DEAL = "unmatchedDeal";
    static final String NOTICE_AT = "noticeAt";

    /** When a fact was reported that is not settled yet. */
    static final String UNSETTLED = "unsettledSince";

    private static final String FACT = "fact";
    private static final String REASON = "unmatchedReason";
    private static final String SINCE = "unmatchedSince";

    private final MongoOperations mongo;
    private final CreditedDeals deals;
    private final IndexedList list;
    private final Clock clock;
    private final Duration notice;

    /** @param notice {@code entente.commission.unmatched-notice-after} */
    MongoDealFacts(
            MongoOperations mongo,
            CreditedDeals deals,
            Clock clock,
            @Value("${entente.commission.unmatched-notice-after:24h}") Duration notice) {
        this.mongo = mongo;
        this.deals = deals;
        this.list = new IndexedList(mongo, FACTS, ListedFacts.ORDERS, clock);
        this.clock = clock;
        this.notice = notice;
    }

    /**
     * Reserves the id of a fact.
     *
     * @return false if the id was used before
     */
    boolean insert(DealFact fact, @Nullable Instant unmatchedSince) {
        try {
            mongo.execute(FACTS, collection -> collection.insertOne(document(fact, unmatchedSince)));
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    /** Gives the id of a fact back that was not recorded. */
    void remove(DealFact fact) {
        mongo.execute(FACTS, collection -> collection.deleteOne(eq("_id", fact.key())));
    }

    Optional<DealFact> fact(Kind kind, String id) {
        return find(kind, id).map(ListedFact::fact);
    }

    void match(String dealId, CurrencyUnit currency) {
        Bson ofDeal = eq(UNMATCHED_DEAL, dealId);
        Document any =
                mongo.execute(FACTS, collection -> collection.find(ofDeal).first());
        if (any == null) {
            return;
        }
        Bson known = ListedFacts.known(deals.ofDeal(dealId));
        mongo.execute(FACTS, collection -> collection.updateMany(ofDeal, known));
        mongo.execute(
                FACTS,
                collection -> collection.updateMany(and(ofDeal, eq("fact.currency", currency.getCode())), matched()));
        mongo.execute(
                FACTS,
                collection -> collection.updateMany(
                        and(ofDeal, ne("fact.currency", currency.getCode())),
                        Updates.set(REASON, Reason.OTHER_CURRENCY.name())));
    }

    void unlist(DealFact fact) {
        mongo.execute(FACTS, collection -> collection.updateOne(eq("_id", fact.key()), matched()));
    }

    void settled(DealFact fact) {
        mongo.execute(FACTS, collection -> collection.updateOne(eq("_id", fact.key()), Updates.unset(UNSETTLED)));
    }

    @Override
    public List<DealFact> unsettled(Instant reportedBefore, int limit) {
        List<Document> found = Objects.requireNonNull(mongo.execute(FACTS, collection -> collection
                .find(lte(UNSETTLED, Date.from(reportedBefore)))
                .sort(ascending(UNSETTLED))
                .limit(limit)
                .into(new ArrayList<>())));
        return found.stream().map(MongoDealFacts::factOf).toList();
    }

    @Override
    public void postpone(DealFact fact) {
        mongo.execute(
                FACTS,
                collection -> collection.updateOne(
                        eq("_id", fact.key()), Updates.set(UNSETTLED, Date.from(clock.instant()))));
    }

    @Override
    public Optional<ListedFact> find(Kind kind, String id) {
        Document found = mongo.execute(FACTS, collection -> collection
                .find(eq("_id", DealFact.keyOf(kind, id)))
                .first());
        return found == null
                ? Optional.empty()
                : Optional.of(listed(List.of(found)).get(0));
    }

    @Override
    public Page<ListedFact> list(Search search, PageRequest page) {
        String register = search.register().name();
        if (search.asksMore()) {
            return searched(search, page);
        }
        if (search.unmatched()) {
            return page(UNMATCHED, CompositeId.of(register) + "/", CompositeId.after(register), page);
        }
        String field = search.dealId() == null ? BY_DAY : BY_DEAL;
        String start = search.dealId() == null ? CompositeId.of(register) : CompositeId.of(register, search.dealId());
        LocalDate to = search.to();
        return page(
                field,
                start + "/" + (search.from() == null ? "" : search.from()),
                to == null ? start + "0" : start + "/" + to + "0",
                page);
    }

    private Page<ListedFact> searched(Search search, PageRequest page) {
        Page<String> ids = list.page(ListedFacts.query(search), page);
        Map<String, Document> found = Objects.requireNonNull(mongo.execute(
                        FACTS,
                        collection -> collection.find(in("_id", ids.items())).into(new ArrayList<>())))
                .stream()
                .collect(Collectors.toMap(document -> document.getString("_id"), Function.identity()));
        return new Page<>(
                listed(ids.items().stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .toList()),
                ids.next());
    }

    @Override
    public List<ListedFact> dueForNotice(Instant now, int limit) {
        return listed(Objects.requireNonNull(mongo.execute(FACTS, collection -> collection
                .find(lte(NOTICE_AT, Date.from(now)))
                .sort(ascending(NOTICE_AT))
                .limit(limit)
                .into(new ArrayList<>()))));
    }

    @Override
    public void noticed(DealFact fact) {
        mongo.execute(FACTS, collection -> collection.updateOne(eq("_id", fact.key()), Updates.unset(NOTICE_AT)));
    }

    private Page<ListedFact> page(String field, String from, String before, PageRequest page) {
        Bson start = page.after() == null ? gte(field, from) : gt(field, page.after());
        List<Document> found = Objects.requireNonNull(mongo.execute(FACTS, collection -> collection
                .find(and(start, lt(field, before)))
                .sort(ascending(field))
                .limit(page.fetch())
                .into(new ArrayList<>())));
        Page<Document> documents = Page.of(found, page, document -> document.getString(field));
        return new Page<>(listed(documents.items()), documents.next());
    }

    /** Adds the facts that took others back, which are found by their ids. */
    private List<ListedFact> listed(List<Document> found) {
        List<DealFact> facts = found.stream().map(MongoDealFacts::factOf).toList();
        List<String> keys = facts.stream()
                .filter(fact -> fact.kind() != Kind.REVERSAL && !fact.kind().isVoid())
                .map(fact -> DealFact.keyOf(fact.kind().voided(), fact.id()))
                .toList();
        Map<String, DealFact> voided = new HashMap<>();
        if (!keys.isEmpty()) {
            List<Document> voids = mongo.execute(
                    FACTS, collection -> collection.find(in("_id", keys)).into(new ArrayList<>()));
            Objects.requireNonNull(voids).forEach(document -> voided.put(document.getString("_id"), factOf(document)));
        }
        return found.stream()
                .map(document -> listed(document, factOf(document), voided))
                .toList();
    }

    private static ListedFact listed(Document document, DealFact fact, Map<String, DealFact> voided) {
        boolean voidable = fact.kind() != Kind.REVERSAL && !fact.kind().isVoid();
        String reason = document.getString(REASON);
        return new ListedFact(
                fact,
                voidable ? voided.get(DealFact.keyOf(fact.kind().voided(), fact.id())) : null,
                reason == null
                        ? null
                        : new Unmatched(
                                Reason.valueOf(reason), document.getDate(SINCE).toInstant()));
    }

    private Document document(DealFact fact, @Nullable Instant unmatchedSince) {
        Document document = new Document("_id", fact.key()).append(FACT, FactDocuments.write(fact));
        if (fact.kind() == Kind.REVERSAL) {
            // The event of a reversal is delivered again until it is settled.
            return document;
        }
        document.append(UNSETTLED, Date.from(clock.instant()));
        if (fact.kind().isVoid()) {
            return document;
        }
        List<Credited> deal = unmatchedSince == null ? deals.ofDeal(fact.dealId()) : List.of();
        document.append(IndexedList.FIELD, ListedFacts.document(ListedFacts.of(fact, deal, unmatchedSince != null)));
        String register = fact.kind().register().name();
        document.append(BY_DAY, CompositeId.of(register, fact.on().toString(), fact.id()))
                .append(
                        BY_DEAL,
                        CompositeId.of(register, fact.dealId(), fact.on().toString(), fact.id()));
        if (unmatchedSince != null) {
            document.append(UNMATCHED, CompositeId.of(register, unmatchedSince.toString(), fact.id()))
                    .append(UNMATCHED_DEAL, fact.dealId())
                    .append(REASON, Reason.UNKNOWN_DEAL.name())
                    .append(SINCE, Date.from(unmatchedSince))
                    .append(NOTICE_AT, Date.from(unmatchedSince.plus(notice)));
        }
        return document;
    }

    private static Bson matched() {
        return Updates.combine(
                Updates.unset(UNMATCHED),
                Updates.unset(UNMATCHED_DEAL),
                Updates.unset(REASON),
                Updates.unset(SINCE),
                Updates.unset(NOTICE_AT),
                ListedFacts.matched());
    }

    /** The entry of a fact that an earlier version stored. */
    ListEntry entry(Document document) {
        DealFact fact = factOf(document);
        return ListedFacts.of(fact, deals.ofDeal(fact.dealId()), document.containsKey(UNMATCHED));
    }

    private static DealFact factOf(Document document) {
        return FactDocuments.read(Objects.requireNonNull(document.get(FACT, Document.class)));
    }
}
