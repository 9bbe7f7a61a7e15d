package io.entente.referral.attribution.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.referral.attribution.matching.ClientIdentity;
import io.entente.referral.attribution.mongo.MongoClaims.ClaimDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Gives stored claims the current form of keys and names ({@link ClientIdentity#FORM}), before the service takes requests. The
 * collection {@code claim_forms} says which form the claims have, so this happens once. New ids are written before old ones
 * are removed, so it can be interrupted and repeated.
 */
@Component
class ClaimForms {

    static final String COLLECTION = "claim_forms";

    private static final Logger LOG = LoggerFactory.getLogger(ClaimForms.class);
    private static final int PAGE = 500;

    private final MongoOperations mongo;

    ClaimForms(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Returns the number of ids that were replaced. */
    long update() {
        FormDocument known = mongo.findById(MongoClaims.COLLECTION, FormDocument.class, COLLECTION);
        if (known != null && known.form() == ClientIdentity.FORM) {
            return 0;
        }
        long replaced = 0;
        String after = "";
        List<ClaimDocument> page;
        do {
            Query next = query(where("_id").gt(after)).with(Sort.by("_id")).limit(PAGE);
            page = mongo.find(next, ClaimDocument.class, MongoClaims.COLLECTION);
            for (ClaimDocument document : page) {
                replaced += renew(document) ? 1 : 0;
                after = document.id();
            }
        } while (page.size() == PAGE);
        mongo.save(new FormDocument(MongoClaims.COLLECTION, ClientIdentity.FORM), COLLECTION);
        LOG.info("The claims have form {} now; {} ids were replaced", ClientIdentity.FORM, replaced);
        return replaced;
    }

    private boolean renew(ClaimDocument document) {
        Set<String> names = NameEntries.idsOf(document.toClaim().by());
        boolean isKey = document.id().startsWith(MongoClaims.KEY);
        Set<String> current = new HashSet<>(names);
        current.add(MongoClaims.keyOf(document.toClaim().by()));
        if (current.contains(document.id()) && !isKey) {
            return false;
        }
        names.forEach(id -> insert(document.withId(id)));
        if (current.contains(document.id())) {
            return false;
        }
        if (isKey) {
            takeKey(document.withId(MongoClaims.keyOf(document.toClaim().by())));
        }
        mongo.remove(query(where("_id").is(document.id())), MongoClaims.COLLECTION);
        return true;
    }

    /** Two keys can become one. The earlier claim holds it, and the later one is settled when its referral changes. */
    private void takeKey(ClaimDocument document) {
        if (!insert(document)) {
            Query later = query(where("_id").is(document.id()).and("takenAt").gt(document.takenAt()));
            Update earlier = new Update()
                    .set("claim", document.claim())
                    .set("takenAt", document.takenAt())
                    .set("place", document.toClaim().place());
            mongo.updateFirst(later, earlier, MongoClaims.COLLECTION);
        }
    }

    private boolean insert(ClaimDocument document) {
        try {
            mongo.insert(document, MongoClaims.COLLECTION);
            return true;
        } catch (DuplicateKeyException there) {
            return false;
        }
    }

    record FormDocument(@Id String id, int form) {}
}
