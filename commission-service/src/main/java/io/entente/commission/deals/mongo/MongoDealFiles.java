package io.entente.commission.deals.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import io.entente.commission.deals.DealFiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Stores each fact in {@code deal_facts} under its id, so that an id is used once. It also appends the fact to the
 * deal's document in {@code deal_files}, so that every reader sees the same order.
 */
@Repository
class MongoDealFiles implements DealFiles {

    static final String FACTS = "deal_facts";
    static final String FILES = "deal_files";

    private static final String LIST = "facts";
    private static final String KEY = "key";

    private final MongoOperations mongo;

    MongoDealFiles(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Filed file(DealFact fact) {
        Document document = document(fact);
        Filed filed = Filed.NEW;
        try {
            mongo.execute(
                    FACTS, collection -> collection.insertOne(new Document("_id", key(fact)).append("fact", document)));
        } catch (DuplicateKeyException known) {
            filed = find(fact.kind(), fact.id()).filter(fact::isSameAs).isPresent() ? Filed.SAME : Filed.OTHER;
        }
        return filed == Filed.OTHER || addToFile(fact, document) ? filed : Filed.FULL;
    }

    @Override
    public Optional<DealFact> find(DealFact.Kind kind, String id) {
        Document found = mongo.execute(
                FACTS, collection -> collection.find(eq("_id", key(kind, id))).first());
        return Optional.ofNullable(found)
                .map(stored -> fact(Objects.requireNonNull(stored.get("fact", Document.class))));
    }

    @Override
    public List<DealFile> find(Collection<String> dealIds) {
        List<Document> found = mongo.execute(
                FILES, collection -> collection.find(in("_id", dealIds)).into(new ArrayList<>()));
        return Objects.requireNonNull(found).stream()
                .map(file -> new DealFile(
                        file.getString("_id"),
                        file.getList(LIST, Document.class).stream()
                                .map(MongoDealFiles::fact)
                                .toList()))
                .toList();
    }

    /**
     * Appends a fact to the file of its deal.
     *
     * @return false if the file is full
     */
    private boolean addToFile(DealFact fact, Document document) {
        String last = LIST + "." + (DealFile.MAX_FACTS - 1);
        try {
            mongo.execute(
                    FILES,
                    collection -> collection.updateOne(
                            and(eq("_id", fact.dealId()), ne(LIST + "." + KEY, key(fact)), exists(last, false)),
                            Updates.push(LIST, document),
                            new UpdateOptions().upsert(true)));
            return true;
        } catch (DuplicateKeyException thereAlreadyOrFull) {
            return find(List.of(fact.dealId())).stream()
                    .flatMap(file -> file.facts().stream())
                    .anyMatch(other -> key(other).equals(key(fact)));
        }
    }

    private static String key(DealFact fact) {
        return key(fact.kind(), fact.id());
    }

    private static String key(DealFact.Kind kind, String id) {
        return kind + "/" + id;
    }

    private static Document document(DealFact fact) {
        return new Document(KEY, key(fact))
                .append("kind", fact.kind().name())
                .append("id", fact.id())
                .append("dealId", fact.dealId())
                .append("amount", fact.amount().getAmount().toPlainString())
                .append("currency", fact.amount().getCurrencyUnit().getCode())
                .append("on", fact.on().toString())
                .append("reason", fact.reason())
                .append("actor", fact.actor());
    }

    private static DealFact fact(Document stored) {
        return new DealFact(
                DealFact.Kind.valueOf(text(stored, "kind")),
                text(stored, "id"),
                text(stored, "dealId"),
                Money.of(CurrencyUnit.of(text(stored, "currency")), new BigDecimal(text(stored, "amount"))),
                LocalDate.parse(text(stored, "on")),
                text(stored, "reason"),
                text(stored, "actor"));
    }

    private static String text(Document stored, String field) {
        @Nullable String value = stored.getString(field);
        return Objects.requireNonNull(value, field);
    }
}
