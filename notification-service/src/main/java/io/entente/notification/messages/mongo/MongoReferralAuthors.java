package io.entente.notification.messages.mongo;

import io.entente.notification.messages.ReferralAuthors;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Authors in the collection {@code referral_authors}, by referral. */
@Repository
class MongoReferralAuthors implements ReferralAuthors {

    private static final String COLLECTION = "referral_authors";

    private final MongoOperations mongo;

    MongoReferralAuthors(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void keep(String referralId, String author) {
        try {
            mongo.insert(new AuthorDocument(referralId, author), COLLECTION);
        } catch (DuplicateKeyException redelivered) {
            return;
        }
    }

    @Override
    public Optional<String> of(String referralId) {
        return Optional.ofNullable(mongo.findById(referralId, AuthorDocument.class, COLLECTION))
                .map(AuthorDocument::author);
    }

    record AuthorDocument(@Id String id, String author) {}
}
