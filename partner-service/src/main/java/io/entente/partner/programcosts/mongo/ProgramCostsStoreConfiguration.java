package io.entente.partner.programcosts.mongo;

import io.entente.partner.programcosts.ListedCost;
import io.entente.platform.runtime.lists.IndexedList;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Creates the indexes of the list of costs. */
@Configuration(proxyBeanMethods = false)
class ProgramCostsStoreConfiguration {

    @Bean
    ApplicationRunner programCostIndexes(MongoOperations mongo) {
        return arguments -> IndexedList.createIndexes(mongo, MongoProgramCosts.COLLECTION, ListedCost.ORDERS);
    }
}
