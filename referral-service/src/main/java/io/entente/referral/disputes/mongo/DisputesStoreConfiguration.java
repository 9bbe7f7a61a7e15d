package io.entente.referral.disputes.mongo;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Creates the index of deliveries when the service starts. */
@Configuration(proxyBeanMethods = false)
class DisputesStoreConfiguration {

    @Bean
    ApplicationRunner messageDeliveryIndexes(MongoOperations mongo) {
        return arguments ->
                mongo.indexOps(MongoMessageDeliveries.COLLECTION).createIndex(MongoMessageDeliveries.index());
    }
}
