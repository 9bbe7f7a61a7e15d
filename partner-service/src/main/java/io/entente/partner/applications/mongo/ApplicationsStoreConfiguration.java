package io.entente.partner.applications.mongo;

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

/** The outbox of applications, their index, and the encryption of what applicants enter. */
@Configuration(proxyBeanMethods = false)
class ApplicationsStoreConfiguration {

    @Bean
    OutboxCollection applicationsOutbox() {
        return new OutboxCollection(MongoApplications.COLLECTION);
    }

    /** Anybody can apply, so the key of a form is in its document and goes with it. */
    @Bean
    SealedCollection sealedApplications() {
        return SealedCollection.withOwnKeys(MongoApplications.COLLECTION, List.of(SealedField.optional("form")));
    }

    @Bean
    ApplicationRunner applicationIndexes(MongoOperations mongo) {
        return arguments -> mongo.indexOps(MongoApplications.COLLECTION)
                .createIndex(new Index(MongoApplications.DUE_AT, Sort.Direction.ASC).sparse());
    }
}
