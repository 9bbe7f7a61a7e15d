package io.entente.partner.reciprocity.mongo;

import io.entente.partner.reciprocity.ListedBalance;
import io.entente.platform.runtime.lists.IndexedList;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Creates the indexes of the list of balances. */
@Configuration(proxyBeanMethods = false)
class ReciprocityStoreConfiguration {

    @Bean
    ApplicationRunner reciprocityIndexes(MongoOperations mongo) {
        return arguments -> IndexedList.createIndexes(mongo, MongoReciprocityBalances.COLLECTION, ListedBalance.ORDERS);
    }
}
