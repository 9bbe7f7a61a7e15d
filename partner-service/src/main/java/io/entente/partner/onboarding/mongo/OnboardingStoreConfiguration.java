package io.entente.partner.onboarding.mongo;

import io.entente.partner.onboarding.ListedOnboarding;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** The outbox of onboardings and their indexes. */
@Configuration(proxyBeanMethods = false)
class OnboardingStoreConfiguration {

    @Bean
    OutboxCollection onboardingsOutbox() {
        return new OutboxCollection(MongoOnboardings.COLLECTION);
    }

    @Bean
    ApplicationRunner onboardingIndexes(MongoOperations mongo) {
        return arguments -> {
            IndexedList.createIndexes(mongo, MongoOnboardings.COLLECTION, ListedOnboarding.ORDERS);
            mongo.indexOps(MongoOnboardings.COLLECTION)
                    .createIndex(new Index(MongoOnboardings.REMIND_FROM, Sort.Direction.ASC).sparse());
        };
    }
}
