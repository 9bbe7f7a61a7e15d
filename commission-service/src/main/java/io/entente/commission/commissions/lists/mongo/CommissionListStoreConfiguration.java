package io.entente.commission.commissions.lists.mongo;

import io.entente.commission.commissions.lists.ListedCommission;
import io.entente.platform.runtime.lists.IndexedList;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Creates the indexes of the list before the first chain is read. */
@Configuration(proxyBeanMethods = false)
class CommissionListStoreConfiguration {

    @Bean
    SmartInitializingSingleton commissionListIndexes(MongoOperations mongo) {
        return () -> IndexedList.createIndexes(mongo, MongoCommissionList.COLLECTION, ListedCommission.ORDERS);
    }
}
