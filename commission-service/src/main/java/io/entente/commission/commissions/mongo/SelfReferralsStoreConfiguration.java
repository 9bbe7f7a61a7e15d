package io.entente.commission.commissions.mongo;

import io.entente.commission.commissions.selfreferral.CaseFilter;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Creates the indexes of the list of self-referrals. */
@Configuration(proxyBeanMethods = false)
class SelfReferralsStoreConfiguration {

    /** Cases of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton selfReferralsInTheList(MongoOperations mongo) {
        ListEntries<Document> entries = new ListEntries<>(
                mongo,
                MongoSelfReferralCases.COLLECTION,
                Document.class,
                stored -> new Document("_id", stored.getString("_id"))
                        .append(MongoSelfReferralCases.STATUS, stored.getString(MongoSelfReferralCases.STATUS)),
                stored -> CaseFilter.entry(MongoSelfReferralCases.read(stored)));
        return () -> {
            IndexedList.createIndexes(mongo, MongoSelfReferralCases.COLLECTION, CaseFilter.ORDERS);
            entries.complete(CaseFilter.FORM);
        };
    }
}
