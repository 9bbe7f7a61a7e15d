package io.entente.notification.recipients.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.notification.recipients.Recipient;
import io.entente.notification.recipients.Recipients;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Recipients in the collection {@code recipients}, by partner id. */
@Repository
class MongoRecipients implements Recipients {

    static final String COLLECTION = "recipients";

    private final MongoOperations mongo;

    MongoRecipients(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Recipient> find(String partnerId) {
        return Optional.ofNullable(mongo.findOne(byId(partnerId), RecipientDocument.class, COLLECTION))
                .map(RecipientDocument::toRecipient);
    }

    /** The insert collides where the partner is known; the replace then matches only an older version. */
    @Override
    public boolean keep(Recipient recipient) {
        RecipientDocument document = RecipientDocument.of(recipient);
        try {
            mongo.insert(document, COLLECTION);
            return true;
        } catch (DuplicateKeyException known) {
            Query older = new Query(
                    where("_id").is(recipient.partnerId()).and("version").lt(recipient.version()));
            return mongo.findAndReplace(
                            older, document, FindAndReplaceOptions.empty(), RecipientDocument.class, COLLECTION)
                    != null;
        }
    }

    @Override
    public boolean erase(String partnerId) {
        return mongo.remove(byId(partnerId), RecipientDocument.class, COLLECTION)
                        .getDeletedCount()
                > 0;
    }

    private static Query byId(String partnerId) {
        return new Query(where("_id").is(partnerId));
    }
}
