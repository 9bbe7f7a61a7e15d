package io.entente.partner.references.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** The outbox of requests for references, their indexes, and the encryption of what names a referee. */
@Configuration(proxyBeanMethods = false)
class ReferencesStoreConfiguration {

    @Bean
    OutboxCollection referenceRequestsOutbox() {
        return new OutboxCollection(MongoReferenceRequests.COLLECTION);
    }

    @Bean
    SealedCollection sealedReferenceRequests() {
        return new SealedCollection(
                MongoReferenceRequests.COLLECTION,
                MongoReferenceRequests.PARTNER,
                MongoReferenceRequests::dataKey,
                List.of(
                        SealedField.required("referee.name"),
                        SealedField.required("referee.email"),
                        SealedField.required("referee.source"),
                        SealedField.optional("secret"),
                        SealedField.optional("ratings.comment"),
                        SealedField.required("receipt.answer")));
    }

    @Bean
    ApplicationRunner referenceRequestIndexes(MongoOperations mongo) {
        return arguments -> {
            mongo.indexOps(MongoReferenceRequests.COLLECTION)
                    .createIndex(new Index(MongoReferenceRequests.DUE_AT, Sort.Direction.ASC).sparse());
            mongo.indexOps(MongoReferenceRequests.COLLECTION)
                    .createIndex(new Index(MongoReferenceRequests.PARTNER, Sort.Direction.ASC)
                            .on("_id", Sort.Direction.ASC));
        };
    }
}
