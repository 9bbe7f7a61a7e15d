package io.entente.referral.referral.mongo;

import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import io.entente.referral.referral.lists.ListedReferral;
import java.util.List;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** The outbox, the indexes and the encryption of the referrals. */
@Configuration(proxyBeanMethods = false)
class ReferralStoreConfiguration {

    @Bean
    OutboxCollection referralsOutbox() {
        return new OutboxCollection(MongoReferrals.COLLECTION);
    }

    /**
     * The client's contact is encrypted, and so is the first answer, which repeats it. The key is in the document, so that a submission
     * has no further round trip.
     */
    @Bean
    SealedCollection sealedReferrals() {
        return SealedCollection.withOwnKeys(
                MongoReferrals.COLLECTION,
                List.of(
                        SealedField.required("client.contact.name"),
                        SealedField.optional("client.contact.email"),
                        SealedField.optional("client.contact.phone"),
                        SealedField.required("receipt.answer")));
    }

    @Bean
    ApplicationRunner referralIndexes(MongoOperations mongo) {
        return arguments -> IndexedList.createIndexes(mongo, MongoReferrals.COLLECTION, ListedReferral.ORDERS);
    }

    /** Referrals of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton referralsInTheList(MongoOperations mongo) {
        ListEntries<ReferralDocument> entries = new ListEntries<>(
                mongo,
                MongoReferrals.COLLECTION,
                ReferralDocument.class,
                referral -> new Document("_id", referral.id()).append("version", referral.version()),
                ReferralDocument::listEntry);
        return () -> entries.complete(ListedReferral.FORM);
    }
}
