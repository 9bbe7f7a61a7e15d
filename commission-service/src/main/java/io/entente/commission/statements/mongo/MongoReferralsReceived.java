package io.entente.commission.statements.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.ReferralsReceived;
import java.time.Instant;
import java.time.ZoneId;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Referrals in the collection {@code referrals_received}. Each is a document that contains nothing but its {@code _id} of
 * partner, quarter and referral. A redelivery therefore violates the primary key, and the referrals of a quarter are a range
 * of ids.
 */
@Repository
class MongoReferralsReceived implements ReferralsReceived {

    static final String COLLECTION = "referrals_received";

    private final MongoOperations mongo;
    private final ZoneId zone;

    MongoReferralsReceived(MongoOperations mongo, @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        this.mongo = mongo;
        this.zone = zone;
    }

    @Override
    public boolean note(PartnerId partner, String referralId, Instant at) {
        try {
            mongo.insert(new Document("_id", range(partner, Quarter.of(at, zone)) + "/" + referralId), COLLECTION);
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public long count(PartnerId partner, Quarter quarter) {
        String range = range(partner, quarter);
        // '0' is the character after '/'.
        return mongo.count(query(where("_id").gt(range + "/").lt(range + "0")), COLLECTION);
    }

    private static String range(PartnerId partner, Quarter quarter) {
        return partner + "/" + quarter;
    }
}
