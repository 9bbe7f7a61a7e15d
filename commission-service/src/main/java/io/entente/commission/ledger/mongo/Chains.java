package io.entente.commission.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.partners.PartnerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Finds transactions by their place in a chain. All queries use {@code _id}, which consists of partner and number,
 * so their cost does not depend on the length of the history.
 */
@Component
class Chains {

    static final String COLLECTION = "ledger_transactions";

    private final MongoOperations mongo;
    private final LedgerDocuments documents;

    Chains(MongoOperations mongo, LedgerDocuments documents) {
        this.mongo = mongo;
        this.documents = documents;
    }

    /**
     * Returns the current head, or the same object if nothing was added since the known head. Reads at most one
     * document.
     */
    ChainHead head(ChainHead known) {
        Document last = last(known.partnerId(), known.number());
        return last == null ? known : documents.transaction(last).asHead(last.getString(LedgerFields.HASH));
    }

    /** Returns the number of the last transaction; 0 if there is none. */
    private long lastNumber(PartnerId partner) {
        Document last = last(partner, 0);
        return last == null
                ? 0
                : TransactionId.parse(Objects.requireNonNull(last.getString(LedgerFields.ID)))
                        .number();
    }

    /** Returns the last transaction of a chain by reading the index on {@code _id} backwards. */
    private @Nullable Document last(PartnerId partner, long after) {
        return mongo.execute(COLLECTION, collection -> collection
                .find(of(partner, after))
                .sort(descending(LedgerFields.ID))
                .limit(1)
                .first());
    }

    /** Selects the transactions of a partner after a number. */
    static Bson of(PartnerId partner, long after) {
        // The character '0' follows '/', so this bound ends the partner's range of ids.
        return and(
                gt(LedgerFields.ID, new TransactionId(partner, after).toString()),
                lt(LedgerFields.ID, partner.value() + "0"));
    }

    /** Returns up to {@code count} transactions in order, starting at a number. Missing numbers are skipped. */
    List<Document> block(PartnerId partner, long from, int count) {
        List<String> ids = LongStream.range(from, from + count)
                .mapToObj(number -> new TransactionId(partner, number).toString())
                .toList();
        List<Document> found = mongo.execute(
                COLLECTION,
                collection -> collection.find(in(LedgerFields.ID, ids)).into(new ArrayList<>()));
        List<Document> inOrder = new ArrayList<>(Objects.requireNonNull(found));
        inOrder.sort(Comparator.comparing(document -> document.getString(LedgerFields.ID)));
        return inOrder;
    }

    /**
     * Passes every partner that has a chain to the reader, in order. One look-up finds the next partner, so the cost
     * grows with the number of partners, not of their transactions.
     */
    void partners(Consumer<PartnerId> reader) {
        PartnerId next = firstFrom("");
        while (next != null) {
            reader.accept(next);
            // The character '0' follows '/', so this look-up skips the rest of the partner's ids.
            next = firstFrom(next.value() + "0");
        }
    }

    /**
     * Returns the number of the first transaction written at or after an instant. If there is none, returns the
     * number that the next transaction will get.
     */
    long firstAt(PartnerId partner, Instant moment) {
        long before = 0;
        long after = lastNumber(partner) + 1;
        while (after - before > 1) {
            long middle = before + (after - before) / 2;
            Document stored = Objects.requireNonNull(find(new TransactionId(partner, middle)), "a chain without gaps");
            if (stored.getDate(LedgerFields.RECORDED_AT).toInstant().isBefore(moment)) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return after;
    }

    private @Nullable PartnerId firstFrom(String id) {
        Document found = mongo.execute(COLLECTION, collection -> collection
                .find(gte(LedgerFields.ID, id))
                .projection(include(LedgerFields.ID))
                .sort(ascending(LedgerFields.ID))
                .limit(1)
                .first());
        return found == null
                ? null
                : TransactionId.parse(Objects.requireNonNull(found.getString(LedgerFields.ID)))
                        .partnerId();
    }

    @Nullable
    Document find(TransactionId id) {
        return mongo.execute(COLLECTION, collection -> collection
                .find(eq(LedgerFields.ID, id.toString()))
                .first());
    }
}
