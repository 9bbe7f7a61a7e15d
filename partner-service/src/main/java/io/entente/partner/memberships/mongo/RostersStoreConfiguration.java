package io.entente.partner.memberships.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Registers the outbox of the collection and its encrypted fields, and creates its index when the service starts. */
@Configuration(proxyBeanMethods = false)
class RostersStoreConfiguration {

    @Bean
    OutboxCollection rostersOutbox() {
        return new OutboxCollection(MongoRosters.COLLECTION);
    }

    @Bean
    SealedCollection sealedRosters() {
        return new SealedCollection(
                MongoRosters.COLLECTION,
                "_id",
                UnaryOperator.identity(),
                List.of(
                        SealedField.required("members.name").ofEach("memberId"),
                        SealedField.required("members.email").ofEach("memberId")));
    }

    @Bean
    SmartInitializingSingleton rosterIndexes(MongoOperations mongo) {
        return () -> mongo.indexOps(MongoRosters.COLLECTION)
                .createIndex(new Index(MongoRosters.CHANGED_AT, Sort.Direction.ASC));
    }
}
