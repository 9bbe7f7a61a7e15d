package io.entente.commission.ledger.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.partners.PartnerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Stores the anchor of each chain in {@code ledger_anchors}: how far it was verified. The chain itself can't hold
 * this, because an anchor must survive if the end of the chain is removed.
 */
final class Anchors {

    static final String COLLECTION = "ledger_anchors";

    private static final String NUMBER = "number";

    private final MongoOperations mongo;

    Anchors(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * The end of the verified part of a chain.
     *
     * @param hash hash of the transaction with that number
     */
    record Anchor(long number, String hash) {}

    @Nullable
    Anchor find(PartnerId partner) {
        Document stored = mongo.execute(
                COLLECTION,
                collection -> collection.find(eq("_id", partner.value())).first());
        return stored == null
                ? null
                : new Anchor(
                        Objects.requireNonNull(stored.getLong(NUMBER)),
                        Objects.requireNonNull(stored.getString(LedgerFields.HASH)));
    }

    void put(ChainHead head) {
        mongo.execute(
                COLLECTION,
                collection -> collection.updateOne(
                        eq("_id", head.partnerId().value()),
                        combine(set(NUMBER, head.number()), set(LedgerFields.HASH, head.hash())),
                        new UpdateOptions().upsert(true)));
    }

    /** Returns all partners whose chain has ever been verified, even if nothing is left of the chain. */
    List<PartnerId> partners() {
        List<PartnerId> partners = new ArrayList<>();
        mongo.execute(COLLECTION, collection -> {
            for (Document stored : collection.find()) {
                partners.add(new PartnerId(Objects.requireNonNull(stored.getString("_id"))));
            }
            return partners;
        });
        return partners;
    }
}
