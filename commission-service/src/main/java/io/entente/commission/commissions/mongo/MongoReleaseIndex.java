package io.entente.commission.commissions.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.ReleaseIndex;
import io.entente.commission.documents.CompositeId;
import io.entente.commission.partners.PartnerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Stores the index in {@code due_releases}, {@code payable_commissions} and {@code open_nettings}. The {@code _id} holds the whole entry
 * and starts with the day, so the entries that are due are the beginning of a range. Each write increases
 * {@code mark}. An entry is removed only if it still has the mark that was read. A due release also has the {@code revision} of its
 * commission that it is about.
 */
@Repository
class MongoReleaseIndex implements ReleaseIndex {

    static final String DUE = "due_releases";
    static final String PAYABLE = "payable_commissions";

    static final String NETTING = "open_nettings";

    private static final String MARK = "mark";
    private static final String REVISION = "revision";

    private final MongoOperations mongo;

    MongoReleaseIndex(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void addDue(Collection<Due> dues) {
        Map<String, Long> revisions = new LinkedHashMap<>();
        dues.forEach(due -> revisions.merge(id(due), due.revision(), Math::max));
        List<UpdateOneModel<Document>> writes = new ArrayList<>();
        revisions.forEach((id, revision) ->
                writes.add(upsert(id, Updates.combine(Updates.inc(MARK, 1L), Updates.max(REVISION, revision)))));
        write(DUE, writes);
    }

    @Override
    public List<Marked<Due>> due(LocalDate upTo, @Nullable Due after, int limit) {
        Bson due = lt("_id", CompositeId.of(upTo.plusDays(1).toString()));
        return find(DUE, after == null ? due : and(gt("_id", id(after)), due), limit).stream()
                .map(stored -> {
                    List<String> parts = parts(stored);
                    return marked(due(parts, stored), stored);
                })
                .toList();
    }

    @Override
    public void removeDue(Marked<Due> entry) {
        remove(DUE, id(entry.entry()), entry.mark());
    }

    @Override
    public void addPayable(Collection<Payable> payables) {
        writeIds(
                PAYABLE, payables.stream().map(MongoReleaseIndex::id).distinct().toList());
    }

    @Override
    public List<Marked<Payable>> payable(
            PartnerId partner, CurrencyUnit currency, LocalDate upTo, @Nullable Payable after, int limit) {
        String from = CompositeId.of(partner.value(), currency.getCode()) + "/";
        String end = CompositeId.of(
                partner.value(), currency.getCode(), upTo.plusDays(1).toString());
        Bson start = after == null ? gte("_id", from) : gt("_id", id(after));
        return find(PAYABLE, and(start, lt("_id", end)), limit).stream()
                .map(stored -> marked(payable(stored), stored))
                .toList();
    }

    @Override
    public void removePayable(Marked<Payable> entry) {
        remove(PAYABLE, id(entry.entry()), entry.mark());
    }

    /**
     * Finds one payee after the other by a look-up, so the cost grows with the number of partners, not of
     * commissions.
     */
    @Override
    public List<Payee> payees(@Nullable Payee after, int limit) {
        List<Payee> payees = new ArrayList<>();
        Payee last = after;
        while (payees.size() < limit) {
            Bson next = last == null
                    ? new Document()
                    : gte(
                            "_id",
                            CompositeId.after(
                                    last.partner().value(), last.currency().getCode()));
            List<Document> found = find(PAYABLE, next, 1);
            if (found.isEmpty()) {
                break;
            }
            Payable first = payable(found.get(0));
            last = new Payee(first.partner(), first.currency());
            payees.add(last);
        }
        return payees;
    }

    @Override
    public void addNetting(Netting netting) {
        writeIds(NETTING, List.of(id(netting)));
    }

    @Override
    public List<Netting> nettings(@Nullable Netting after, int limit) {
        return find(NETTING, after == null ? new Document() : gt("_id", id(after)), limit).stream()
                .map(stored -> {
                    List<String> parts = parts(stored);
                    return new Netting(new PartnerId(parts.get(0)), CurrencyUnit.of(parts.get(1)), parts.get(2));
                })
                .toList();
    }

    @Override
    public void removeNetting(Netting netting) {
        mongo.execute(NETTING, collection -> collection.deleteOne(eq("_id", id(netting))));
    }

    private void writeIds(String name, List<String> ids) {
        write(name, ids.stream().map(id -> upsert(id, Updates.inc(MARK, 1L))).toList());
    }

    private static UpdateOneModel<Document> upsert(String id, Bson update) {
        return new UpdateOneModel<>(eq("_id", id), update, new UpdateOptions().upsert(true));
    }

    private void write(String name, List<UpdateOneModel<Document>> writes) {
        mongo.execute(name, collection -> collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
    }

    private List<Document> find(String name, Bson query, int limit) {
        List<Document> found = mongo.execute(name, collection -> collection
                .find(query)
                .sort(ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>()));
        return Objects.requireNonNull(found);
    }

    private void remove(String name, String id, long mark) {
        mongo.execute(name, collection -> collection.deleteOne(and(eq("_id", id), eq(MARK, mark))));
    }

    private static <T> Marked<T> marked(T entry, Document stored) {
        return new Marked<>(entry, Objects.requireNonNull(stored.getLong(MARK)));
    }

    private static Due due(List<String> parts, Document stored) {
        // Entries of earlier versions have no revision.
        Long revision = stored.getLong(REVISION);
        return new Due(LocalDate.parse(parts.get(0)), new CommissionId(parts.get(1)), revision == null ? 0 : revision);
    }

    private static Payable payable(Document stored) {
        List<String> parts = parts(stored);
        return new Payable(
                new PartnerId(parts.get(0)),
                CurrencyUnit.of(parts.get(1)),
                LocalDate.parse(parts.get(2)),
                new CommissionId(parts.get(3)));
    }

    private static List<String> parts(Document stored) {
        return CompositeId.parts(Objects.requireNonNull(stored.getString("_id")));
    }

    private static String id(Due due) {
        return CompositeId.of(due.on().toString(), due.commission().value());
    }

    private static String id(Netting netting) {
        return CompositeId.of(netting.partner().value(), netting.currency().getCode(), netting.cause());
    }

    private static String id(Payable payable) {
        return CompositeId.of(
                payable.partner().value(),
                payable.currency().getCode(),
                payable.since().toString(),
                payable.commission().value());
    }
}
