package io.entente.commission.partners.mongo;

import io.entente.commission.partners.mongo.MongoPartnerProfiles.ProfileDocument;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Creates the indexes by which partners are found by name, and completes the profiles of earlier versions. */
@Configuration(proxyBeanMethods = false)
class PartnersStoreConfiguration {

    @Bean
    SmartInitializingSingleton partnersByName(MongoOperations mongo) {
        ListEntries<ProfileDocument> entries = new ListEntries<>(
                mongo,
                MongoPartnerProfiles.COLLECTION,
                ProfileDocument.class,
                profile -> new Document("_id", profile.id()).append("version", profile.version()),
                ProfileDocument::entry);
        return () -> {
            IndexedList.createIndexes(mongo, MongoPartnerProfiles.COLLECTION, MongoPartnerProfiles.ORDERS);
            entries.complete(MongoPartnerProfiles.FORM_OF_LIST);
        };
    }
}
