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
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Appends each fact to its deal's document in {@code deal_files}, so that every reader sees the same order. The id of
 * the fact is reserved in {@link MongoDealFacts} before that. If the process crashes in between, a sweep or the
 * repetition of the report completes it.
 */
@Repository
class MongoDealFiles implements DealFiles {

    static final String FILES = "deal_files";

    private static final String LIST = "facts";

    /** Reports of one deal rarely meet, so that few attempts are enough. */
    private static final int MAX_ATTEMPTS = 50;

    private final MongoOperations mongo;
    private final MongoDealFacts facts;

    MongoDealFiles(MongoOperations mongo, MongoDealFacts facts) {
        this.mongo = mongo;
        this.facts = facts;
    }

    @Override
    public Filed file(DealFact fact, @Nullable Predicate<DealFile> check, @Nullable Instant unmatchedSince) {
        return check == null
                ? fileAnyway(fact, unmatchedSince)
                : OptimisticRetry.retryOnConflict(MAX_ATTEMPTS, () -> fileIf(check, fact, unmatchedSince));
    }

    private Filed fileAnyway(DealFact fact, @Nullable Instant unmatchedSince) {
        Filed filed = reserve(fact, unmatchedSince);
        if (filed == Filed.OTHER || append(fact, exists(last(fact), false), true)) {
            return filed;
        }
        if (of(fact).contains(fact.key())) {
            return filed;
        }
        facts.remove(fact);
        return Filed.FULL;
    }

    /** Appends the fact to the file that was checked. If the file has grown since, it is checked again. */
    private Filed fileIf(Predicate<DealFile> check, DealFact fact, @Nullable Instant unmatchedSince) {
        DealFile file = of(fact);
        if (file.contains(fact.key())) {
            return reserve(fact, unmatchedSince);
        }
        int size = file.facts().size();
        if (size >= most(fact) || !check.test(file)) {
            // An earlier attempt may have reserved the id before another fact came first.
            facts.fact(fact.kind(), fact.id()).filter(fact::isSameAs).ifPresent(facts::remove);
            return size >= most(fact) ? Filed.FULL : Filed.REFUSED;
        }
        Filed filed = reserve(fact, unmatchedSince);
        if (filed != Filed.OTHER && !append(fact, exists(LIST + "." + size, false), size == 0)) {
            throw new ConcurrentUpdateException("Another fact of deal %s came first".formatted(fact.dealId()));
        }
        // An id that was reserved by an attempt which did not append it is new.
        return filed == Filed.OTHER ? filed : Filed.NEW;
    }

    private Filed reserve(DealFact fact, @Nullable Instant unmatchedSince) {
        if (facts.insert(fact, unmatchedSince)) {
            return Filed.NEW;
        }
        return facts.fact(fact.kind(), fact.id()).filter(fact::isSameAs).isPresent() ? Filed.SAME : Filed.OTHER;
    }

    @Override
    public Optional<DealFact> find(DealFact.Kind kind, String id) {
        return facts.fact(kind, id);
    }

    @Override
    public List<DealFile> find(Collection<String> dealIds) {
        List<Document> found = mongo.execute(
                FILES, collection -> collection.find(in("_id", dealIds)).into(new ArrayList<>()));
        return Objects.requireNonNull(found).stream()
                .map(file -> new DealFile(
                        file.getString("_id"),
                        file.getList(LIST, Document.class).stream()
                                .map(FactDocuments::read)
                                .toList()))
                .toList();
    }

    @Override
    public void match(String dealId, CurrencyUnit currency) {
        facts.match(dealId, currency);
    }

    @Override
    public void unlist(DealFact fact) {
        facts.unlist(fact);
    }

    @Override
    public void settled(DealFact fact) {
        facts.settled(fact);
    }

    private DealFile of(DealFact fact) {
        return find(List.of(fact.dealId())).stream()
                .findFirst()
                .orElseGet(() -> new DealFile(fact.dealId(), List.of()));
    }

    /**
     * Appends a fact to the file of its deal.
     *
     * @param upsert whether the file may not exist yet
     * @return false if the fact is in the file already, or the condition is not met
     */
    private boolean append(DealFact fact, Bson condition, boolean upsert) {
        try {
            return Objects.requireNonNull(mongo.execute(FILES, collection -> {
                var done = collection.updateOne(
                        and(eq("_id", fact.dealId()), ne(LIST + "." + FactDocuments.KEY, fact.key()), condition),
                        Updates.push(LIST, FactDocuments.write(fact)),
                        new UpdateOptions().upsert(upsert));
                return done.getMatchedCount() == 1 || done.getUpsertedId() != null;
            }));
        } catch (DuplicateKeyException notMet) {
            return false;
        }
    }

    /** The field that exists if the file has no room for the fact. */
    private static String last(DealFact fact) {
        return LIST + "." + (most(fact) - 1);
    }

    private static int most(DealFact fact) {
        return fact.kind().isVoid() ? DealFile.MAX_FACTS_WITH_VOIDED : DealFile.MAX_FACTS;
    }
}
