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
 * How far each chain was when it was last found right, in {@code ledger_anchors}: the one thing about a chain that the chain
 * itself can't hold.
 */
final class Anchors {

    static final String COLLECTION = "ledger_anchors";

    private static final String NUMBER = "number";

    private final MongoOperations mongo;

    Anchors(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @param hash of the transaction with that number */
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

    /** Everybody whose chain was ever found right, also where nothing is left of it. */
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
