package io.entente.commission.commissions.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.adjustments.AdjustmentFilter;
import io.entente.commission.commissions.adjustments.AdjustmentRequest;
import io.entente.commission.commissions.adjustments.AdjustmentRequests;
import io.entente.commission.documents.CompositeId;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.runtime.lists.IndexedList;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Stores requests in {@code adjustment_requests}. The {@code _id} consists of commission and name. */
@Repository
class MongoAdjustmentRequests implements AdjustmentRequests {

    static final String COLLECTION = "adjustment_requests";

    static final String PARTNER = "partnerId";
    static final String CURRENCY = "currency";
    static final String REQUESTED_AT = "requestedAt";

    private final MongoOperations mongo;
    private final IndexedList list;

    MongoAdjustmentRequests(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, AdjustmentFilter.ORDERS, clock);
    }

    @Override
    public AdjustmentRequest add(AdjustmentRequest request) {
        try {
            mongo.execute(COLLECTION, collection -> collection.insertOne(document(request)));
            return request;
        } catch (DuplicateKeyException known) {
            return find(request.commission(), request.id()).orElseThrow();
        }
    }

    @Override
    public Optional<AdjustmentRequest> find(CommissionId commission, String id) {
        return Optional.ofNullable(mongo.execute(COLLECTION, collection -> collection
                        .find(eq("_id", id(commission, id)))
                        .first()))
                .map(MongoAdjustmentRequests::request);
    }

    @Override
    public boolean replace(AdjustmentRequest decided) {
        Long replaced = mongo.execute(COLLECTION, collection -> collection
                .replaceOne(
                        and(eq("_id", id(decided.commission(), decided.id())), eq("version", decided.version() - 1)),
                        document(decided))
                .getModifiedCount());
        return Objects.requireNonNull(replaced) == 1;
    }

    @Override
    public List<Money> amountsAfter(Instant after, PartnerId partner, CurrencyUnit currency, int limit) {
        List<Document> found = mongo.execute(COLLECTION, collection -> collection
                .find(and(
                        eq(PARTNER, partner.value()),
                        eq(CURRENCY, currency.getCode()),
                        gt(REQUESTED_AT, Date.from(after)),
                        ne("status", AdjustmentRequest.Status.DECLINED.name())))
                .limit(limit)
                .into(new ArrayList<>()));
        return Objects.requireNonNull(found).stream()
                .map(MongoAdjustmentRequests::amount)
                .toList();
    }

    @Override
    public Page<AdjustmentRequest> list(CommissionId commission, PageRequest page) {
        Bson range = CompositeId.within(commission.value());
        Bson wanted = page.after() == null ? range : and(range, gt("_id", page.after()));
        List<Document> found = mongo.execute(COLLECTION, collection -> collection
                .find(wanted)
                .sort(ascending("_id"))
                .limit(page.fetch())
                .into(new ArrayList<>()));
        return Page.of(Objects.requireNonNull(found), page, stored -> text(stored, "_id"))
                .map(MongoAdjustmentRequests::request);
    }

    @Override
    public Page<AdjustmentRequest> page(AdjustmentFilter filter, PageRequest page) {
        return list.page(
                filter.query(),
                page,
                ids -> mongo.find(ids, Document.class, COLLECTION).stream()
                        .map(MongoAdjustmentRequests::request)
                        .toList(),
                request -> id(request.commission(), request.id()));
    }

    private static String id(CommissionId commission, String id) {
        return CompositeId.of(commission.value(), id);
    }

    private Document document(AdjustmentRequest request) {
        return new Document("_id", id(request.commission(), request.id()))
                .append("amount", request.amount().getAmount().toPlainString())
                .append(
                        PARTNER,
                        request.partnerId() == null ? null : request.partnerId().value())
                .append(CURRENCY, request.amount().getCurrencyUnit().getCode())
                .append("reason", request.reason())
                .append("requestedBy", request.requestedBy())
                .append(REQUESTED_AT, Date.from(request.requestedAt()))
                .append("status", request.status().name())
                .append("decidedBy", request.decidedBy())
                .append("version", request.version())
                .append(IndexedList.FIELD, mongo.getConverter().convertToMongoType(AdjustmentFilter.entry(request)));
    }

    static AdjustmentRequest request(Document stored) {
        List<String> parts = CompositeId.parts(text(stored, "_id"));
        return new AdjustmentRequest(
                new CommissionId(parts.get(0)),
                stored.getString(PARTNER) == null ? null : new PartnerId(text(stored, PARTNER)),
                parts.get(1),
                amount(stored),
                text(stored, "reason"),
                text(stored, "requestedBy"),
                stored.getDate(REQUESTED_AT).toInstant(),
                AdjustmentRequest.Status.valueOf(text(stored, "status")),
                stored.getString("decidedBy"),
                Objects.requireNonNull(stored.getLong("version")));
    }

    private static Money amount(Document stored) {
        return Money.of(CurrencyUnit.of(text(stored, CURRENCY)), new BigDecimal(text(stored, "amount")));
    }

    private static String text(Document stored, String field) {
        return Objects.requireNonNull(stored.getString(field), field);
    }
}
