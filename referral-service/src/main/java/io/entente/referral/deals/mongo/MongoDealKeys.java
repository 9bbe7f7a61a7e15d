package io.entente.referral.deals.mongo;

import io.entente.referral.deals.DealKeys;
import io.entente.referral.referral.ReferralId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Stores the uses of keys beside the deals in the collection {@code deals}, because earlier versions of the service put
 * them there. The primary key decides between two uses that arrive at the same time.
 */
@Repository
class MongoDealKeys implements DealKeys {

    private final MongoOperations mongo;

    MongoDealKeys(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Use use(String name, Use use) {
        try {
            mongo.insert(new UseDocument(name, use.referralId().value(), use.dealId()), MongoDeals.COLLECTION);
            return use;
        } catch (DuplicateKeyException taken) {
            UseDocument holding = mongo.findById(name, UseDocument.class, MongoDeals.COLLECTION);
            if (holding == null) {
                throw new IllegalStateException("a used key is never deleted: " + name, taken);
            }
            // A deal whose id follows from the key is stored under the name of the key.
            return new Use(new ReferralId(holding.referralId()), holding.dealId() == null ? name : holding.dealId());
        }
    }

    record UseDocument(@Id String id, String referralId, @Nullable String dealId) {}
}
