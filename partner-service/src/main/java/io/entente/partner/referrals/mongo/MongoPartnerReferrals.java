package io.entente.partner.referrals.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.referrals.PartnerReferral;
import io.entente.partner.referrals.PartnerReferrals;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Referrals in the collection {@code partner_referrals}. */
@Repository
class MongoPartnerReferrals implements PartnerReferrals {

    static final String COLLECTION = "partner_referrals";
    static final String OPEN_KEY = "openKey";

    private final MongoOperations mongo;

    MongoPartnerReferrals(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<PartnerReferral> find(String id) {
        return Optional.ofNullable(mongo.findById(id, PartnerReferralDocument.class, COLLECTION))
                .map(PartnerReferralDocument::toReferral);
    }

    @Override
    public List<PartnerReferral> open(String partnerId, int limit) {
        Query open = query(where(OPEN_KEY)
                        .gte(PartnerReferralDocument.firstKey(partnerId))
                        .lt(PartnerReferralDocument.lastKey(partnerId)))
                .with(Sort.by(OPEN_KEY))
                .limit(limit);
        return mongo.find(open, PartnerReferralDocument.class, COLLECTION).stream()
                .map(PartnerReferralDocument::toReferral)
                .toList();
    }

    @Override
    public boolean change(String id, Function<Optional<PartnerReferral>, PartnerReferral> decide) {
        return OptimisticRetry.retryOnConflict(() -> {
            Optional<PartnerReferral> known = find(id);
            PartnerReferral next = decide.apply(known);
            boolean isChanged = known.filter(next::equals).isEmpty();
            if (isChanged) {
                known.ifPresentOrElse(before -> replace(before, next), () -> insert(next));
            }
            return isChanged;
        });
    }

    private void insert(PartnerReferral first) {
        try {
            mongo.insert(PartnerReferralDocument.of(first), COLLECTION);
        } catch (DuplicateKeyException anotherWasFirst) {
            throw new ConcurrentUpdateException(
                    "Referral %s was stored meanwhile".formatted(first.id()), anotherWasFirst);
        }
    }

    private void replace(PartnerReferral before, PartnerReferral next) {
        Query unchanged = query(where("_id").is(before.id()).and("version").is(before.version()));
        if (mongo.replace(unchanged, PartnerReferralDocument.of(next), COLLECTION)
                        .getMatchedCount()
                == 0) {
            throw new ConcurrentUpdateException("Referral %s was changed meanwhile".formatted(before.id()));
        }
    }
}
