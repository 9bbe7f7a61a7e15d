package io.entente.partner.alerts.mongo;

import io.entente.partner.alerts.ListedAlert;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** The outbox of alerts, their encryption, and the indexes of alerts and of the days of checks. */
@Configuration(proxyBeanMethods = false)
class AlertsStoreConfiguration {

    @Bean
    OutboxCollection alertsOutbox() {
        return new OutboxCollection(MongoAlerts.COLLECTION);
    }

    /** A note may name a person. */
    @Bean
    SealedCollection sealedAlerts() {
        return SealedCollection.withOwnKeys(MongoAlerts.COLLECTION, List.of(SealedField.optional("note")));
    }

    @Bean
    ApplicationRunner alertIndexes(MongoOperations mongo) {
        return arguments -> {
            mongo.indexOps(MongoAlertWatch.COLLECTION)
                    .createIndex(new Index(MongoAlertWatch.CHECK_ON, Sort.Direction.ASC));
            IndexedList.createIndexes(mongo, MongoAlerts.COLLECTION, ListedAlert.ORDERS);
        };
    }
}
