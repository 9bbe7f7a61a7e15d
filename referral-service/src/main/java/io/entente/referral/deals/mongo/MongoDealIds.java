package io.entente.referral.deals.mongo;

import io.entente.referral.deals.DealIds;
import io.entente.referral.referral.ReferralId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Claims in the collection {@code deals}: the primary key decides between two that come at the same time. */
@Repository
class MongoDealIds implements DealIds {

    static final String COLLECTION = "deals";

    private final MongoOperations mongo;

    MongoDealIds(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Claim claim(String name, Claim claim) {
        try {
            mongo.insert(new ClaimDocument(name, claim.referralId().value(), claim.dealId()), COLLECTION);
            return claim;
        } catch (DuplicateKeyException taken) {
            ClaimDocument holding = mongo.findById(name, ClaimDocument.class, COLLECTION);
            if (holding == null) {
                throw new IllegalStateException("a claim is never deleted: " + name, taken);
            }
            return new Claim(new ReferralId(holding.referralId()), holding.dealId());
        }
    }

    record ClaimDocument(@Id String id, String referralId, String dealId) {}
}
