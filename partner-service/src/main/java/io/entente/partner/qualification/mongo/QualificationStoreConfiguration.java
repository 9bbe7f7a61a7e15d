package io.entente.partner.qualification.mongo;

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

/** The outbox of qualifications, the encryption of what is said in them, and their index. */
@Configuration(proxyBeanMethods = false)
class QualificationStoreConfiguration {

    private static final String PARTNER = "partnerId";

    @Bean
    OutboxCollection qualificationsOutbox() {
        return new OutboxCollection(MongoQualifications.COLLECTION);
    }

    @Bean
    SealedCollection sealedQualifications() {
        return SealedCollection.withOwnKeys(
                MongoQualifications.COLLECTION,
                PARTNER,
                List.of(
                        SealedField.optional("wouldRefer"),
                        SealedField.optional("points.*.note"),
                        SealedField.required("references.source").ofEach("id"),
                        SealedField.optional("references.comment").ofEach("id")));
    }

    /** A report of what is stored of a partner reads its qualification by the partner's id. */
    @Bean
    ApplicationRunner qualificationIndexes(MongoOperations mongo) {
        return arguments -> mongo.indexOps(MongoQualifications.COLLECTION)
                .createIndex(new Index(PARTNER, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
    }
}
