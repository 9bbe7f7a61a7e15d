package io.entente.commission.commissions.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static io.entente.commission.documents.Fields.part;
import static io.entente.commission.documents.Fields.text;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.selfreferral.CaseFilter;
import io.entente.commission.commissions.selfreferral.SelfReferralCase;
import io.entente.commission.commissions.selfreferral.SelfReferralCase.Status;
import io.entente.commission.commissions.selfreferral.SelfReferralCases;
import io.entente.commission.deals.Client;
import io.entente.commission.documents.Fields;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.runtime.lists.IndexedList;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Stores cases in {@code self_referrals}, with the commission of the deal's closing as {@code _id}. */
@Repository
class MongoSelfReferralCases implements SelfReferralCases {

    static final String COLLECTION = "self_referrals";
    static final String STATUS = "status";

    private final MongoOperations mongo;
    private final IndexedList list;

    MongoSelfReferralCases(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, CaseFilter.ORDERS, clock);
    }

    @Override
    public SelfReferralCase open(SelfReferralCase newCase) {
        try {
            mongo.execute(COLLECTION, collection -> collection.insertOne(document(newCase)));
            return newCase;
        } catch (DuplicateKeyException known) {
            return find(newCase.commission()).orElseThrow();
        }
    }

    @Override
    public Optional<SelfReferralCase> find(CommissionId id) {
        return Optional.ofNullable(mongo.execute(
                        COLLECTION,
                        collection -> collection.find(eq("_id", id.value())).first()))
                .map(MongoSelfReferralCases::read);
    }

    @Override
    public List<SelfReferralCase> undecided(Collection<CommissionId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> wanted = ids.stream().map(CommissionId::value).toList();
        List<Document> found = mongo.execute(COLLECTION, collection -> collection
                .find(and(in("_id", wanted), eq(STATUS, Status.OPEN.name())))
                .into(new ArrayList<>()));
        return Objects.requireNonNull(found).stream()
                .map(MongoSelfReferralCases::read)
                .toList();
    }

    @Override
    public boolean decide(SelfReferralCase decided) {
        Long replaced = mongo.execute(COLLECTION, collection -> collection
                .replaceOne(
                        and(eq("_id", decided.commission().value()), eq(STATUS, Status.OPEN.name())), document(decided))
                .getMatchedCount());
        return Objects.requireNonNull(replaced) == 1;
    }

    @Override
    public Page<SelfReferralCase> page(CaseFilter filter, PageRequest page) {
        return list.page(
                filter.query(),
                page,
                ids -> mongo.find(ids, Document.class, COLLECTION).stream()
                        .map(MongoSelfReferralCases::read)
                        .toList(),
                each -> each.commission().value());
    }

    private Document document(SelfReferralCase each) {
        return new Document("_id", each.commission().value())
                .append(STATUS, each.status().name())
                .append("partnerId", each.partnerId().value())
                .append("dealId", each.dealId())
                .append("referralId", each.referralId())
                .append("clientKey", each.client().key())
                .append("client", each.client().organisation())
                .append("amount", Fields.money(each.amount()))
                .append("evidence", each.evidence())
                .append("openedAt", Date.from(each.openedAt()))
                .append("decidedBy", each.decidedBy())
                .append("reason", each.reason())
                .append(IndexedList.FIELD, mongo.getConverter().convertToMongoType(CaseFilter.entry(each)));
    }

    static SelfReferralCase read(Document stored) {
        return new SelfReferralCase(
                new CommissionId(text(stored, "_id")),
                new PartnerId(text(stored, "partnerId")),
                text(stored, "dealId"),
                text(stored, "referralId"),
                new Client(text(stored, "clientKey"), text(stored, "client")),
                Fields.readMoney(part(stored, "amount")),
                text(stored, "evidence"),
                stored.getDate("openedAt").toInstant(),
                Status.valueOf(text(stored, STATUS)),
                stored.getString("decidedBy"),
                stored.getString("reason"));
    }
}
