package io.entente.referral.deals.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.referral.referral.EmbeddedDeals;
import io.entente.referral.referral.ReferralId;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Turns embedded deals into documents of their own. Documents without a deal claimed their ids; the new documents
 * replace those.
 */
@Component
class MongoEmbeddedDeals implements EmbeddedDeals {

    private final MongoOperations mongo;

    MongoEmbeddedDeals(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void takeOver(ReferralId referralId, String partnerId, List<? extends Map<String, Object>> deals) {
        deals.stream()
                .map(deal -> mongo.getConverter().read(EmbeddedDeal.class, new Document(deal)))
                .map(deal -> deal.toDocument(referralId.value(), partnerId))
                .forEach(this::store);
    }

    private void store(DealDocument deal) {
        Query claimOnly = new Query(where("_id").is(deal.id()).and("version").exists(false));
        if (mongo.replace(claimOnly, deal, MongoDeals.COLLECTION).getMatchedCount() == 0) {
            try {
                mongo.insert(deal, MongoDeals.COLLECTION);
            } catch (DuplicateKeyException takenOverBefore) {
                // The stored deal stays as it is, because it may have been reversed since.
                return;
            }
        }
    }
}
