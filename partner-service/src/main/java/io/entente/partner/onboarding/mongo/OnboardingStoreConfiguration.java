package io.entente.partner.onboarding.mongo;

import io.entente.partner.onboarding.ListedOnboarding;
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

/** The outbox of onboardings and their indexes. */
@Configuration(proxyBeanMethods = false)
class OnboardingStoreConfiguration {

    private static final String PARTNER = "partnerId";

    @Bean
    OutboxCollection onboardingsOutbox() {
        return new OutboxCollection(MongoOnboardings.COLLECTION);
    }

    /** What somebody has written about a step, because it may name a person. */
    @Bean
    SealedCollection sealedOnboardings() {
        return SealedCollection.withOwnKeys(
                MongoOnboardings.COLLECTION,
                PARTNER,
                List.of(SealedField.optional("steps.text").ofEach("code")));
    }

    @Bean
    ApplicationRunner onboardingIndexes(MongoOperations mongo) {
        return arguments -> {
            // A report of what is stored of a partner reads its onboarding by the partner's id.
            mongo.indexOps(MongoOnboardings.COLLECTION)
                    .createIndex(new Index(PARTNER, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
            IndexedList.createIndexes(mongo, MongoOnboardings.COLLECTION, ListedOnboarding.ORDERS);
            mongo.indexOps(MongoOnboardings.COLLECTION)
                    .createIndex(new Index(MongoOnboardings.REMIND_FROM, Sort.Direction.ASC).sparse());
        };
    }
}
