package io.entente.referral.partners.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.PartnerName;
import io.entente.referral.partners.Tier;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Known partners in the collection {@code partners}. */
@Repository
class MongoKnownPartners implements KnownPartners {

    static final String COLLECTION = "partners";

    /** Two are enough to know that a name is ambiguous. */
    private static final int NAMESAKES = 2;

    private final MongoOperations mongo;

    MongoKnownPartners(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<KnownPartner> find(String id) {
        return Optional.ofNullable(mongo.findOne(byId(id), PartnerDocument.class, COLLECTION))
                .map(PartnerDocument::toPartner);
    }

    @Override
    public List<KnownPartner> named(String name) {
        Query namesakes = query(where("nameKey").is(PartnerName.keyOf(name))).limit(NAMESAKES);
        return mongo.find(namesakes, PartnerDocument.class, COLLECTION).stream()
                .map(PartnerDocument::toPartner)
                .toList();
    }

    /** One conditional write: where a later version is stored, the condition misses and the upsert hits the taken id. */
    @Override
    public boolean keep(KnownPartner partner) {
        Query older = query(where("_id").is(partner.id()).and("version").lt(partner.version()));
        Update update = new Update()
                .set("name", partner.name())
                .set("nameKey", PartnerName.keyOf(partner.name()))
                .set("status", partner.status())
                .set("tier", partner.tier())
                .set("model", partner.model())
                .set("country", partner.country())
                .set("version", partner.version());
        try {
            mongo.upsert(older, update, COLLECTION);
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public boolean erase(String id) {
        return mongo.remove(byId(id), COLLECTION).getDeletedCount() > 0;
    }

    private static Query byId(String id) {
        return query(where("_id").is(id));
    }

    record PartnerDocument(
            @Id String id, String name, String status, Tier tier, String model, String country, long version) {

        KnownPartner toPartner() {
            return new KnownPartner(id, name, status, tier, model, country, version);
        }
    }
}
