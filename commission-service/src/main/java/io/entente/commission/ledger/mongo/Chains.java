package io.entente.commission.ledger.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

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
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Finds transactions by their place in a chain. A chain has no gaps, so every id in it is known beforehand: all reads are by
 * {@code _id}, and none depends on how long the history is.
 */
final class Chains {

    static final String COLLECTION = "ledger_transactions";

    private final MongoOperations mongo;
    private final LedgerDocuments documents;

    Chains(MongoOperations mongo, LedgerDocuments documents) {
        this.mongo = mongo;
        this.documents = documents;
    }

    /**
     * The end of a chain, from a place known to be in it: doubling steps forward until past the end, then halving back.
     * Two to forty look-ups for a chain of a million, two where nothing was added.
     *
     * @param known number of a transaction that exists, 0 for none
     */
    long lastNumber(PartnerId partner, long known) {
        long exists = known;
        long missing = known + 1;
        for (long step = 1; exists(partner, missing); step *= 2) {
            exists = missing;
            missing = exists + step * 2;
        }
        while (missing - exists > 1) {
            long middle = exists + (missing - exists) / 2;
            if (exists(partner, middle)) {
                exists = middle;
            } else {
                missing = middle;
            }
        }
        return exists;
    }

    /** The head at or after the one known; the same object where nothing was added. */
    ChainHead head(ChainHead known) {
        long last = lastNumber(known.partnerId(), known.number());
        if (last == known.number()) {
            return known;
        }
        Document stored = Objects.requireNonNull(find(new TransactionId(known.partnerId(), last)), "the chain's head");
        return documents.transaction(stored).asHead(stored.getString(LedgerFields.HASH));
    }

    /** Up to {@code count} transactions from a number on, in order; those that are missing are left out. */
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

    /** All who have a chain, in order, by look-ups from one to the next: costs the partners, not their transactions. */
    void partners(Consumer<PartnerId> reader) {
        PartnerId next = firstFrom("");
        while (next != null) {
            reader.accept(next);
            // '0' is the character after '/'.
            next = firstFrom(next.value() + "0");
        }
    }

    /** The number of the first transaction written at or after a moment; one past the end where there is none. */
    long firstAt(PartnerId partner, Instant moment) {
        long before = 0;
        long after = lastNumber(partner, 0) + 1;
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

    private boolean exists(PartnerId partner, long number) {
        String id = new TransactionId(partner, number).toString();
        Document found = mongo.execute(COLLECTION, collection -> collection
                .find(eq(LedgerFields.ID, id))
                .projection(include(LedgerFields.ID))
                .first());
        return found != null;
    }
}
