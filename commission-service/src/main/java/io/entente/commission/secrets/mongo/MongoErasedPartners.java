package io.entente.commission.secrets.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.secrets.ErasedPartners;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Erased partners in the collection {@code erased_partners}, by partner. */
@Repository
class MongoErasedPartners implements ErasedPartners {

    static final String COLLECTION = "erased_partners";
    static final String RECORDS_UNTIL = "recordsUntil";

    private static final String ERASED_AT = "erasedAt";

    private final MongoOperations mongo;

    MongoErasedPartners(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(PartnerId partner, Instant erasedAt, Instant recordsUntil) {
        mongo.upsert(
                byId(partner),
                new Update().setOnInsert(ERASED_AT, erasedAt).setOnInsert(RECORDS_UNTIL, recordsUntil),
                COLLECTION);
    }

    @Override
    public List<PartnerId> due(Instant now, int count) {
        Query due = query(where(RECORDS_UNTIL).lte(now))
                .with(Sort.by(RECORDS_UNTIL))
                .limit(count);
        return mongo.find(due, Document.class, COLLECTION).stream()
                .map(document -> new PartnerId(document.getString("_id")))
                .toList();
    }

    @Override
    public void recordsErased(PartnerId partner, Instant at) {
        mongo.updateFirst(byId(partner), new Update().set("recordsErasedAt", at).unset(RECORDS_UNTIL), COLLECTION);
    }

    private static Query byId(PartnerId partner) {
        return query(where("_id").is(partner.value()));
    }
}
