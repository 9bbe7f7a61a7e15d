package io.entente.partner.partnership.mongo;

import io.entente.partner.partnership.ListedPartner;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import java.util.List;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Registers the outbox of the collection and creates its indexes when the service starts. */
@Configuration(proxyBeanMethods = false)
class PartnershipStoreConfiguration {

    @Bean
    OutboxCollection partnersOutbox() {
        return new OutboxCollection(MongoPartners.COLLECTION);
    }

    /**
     * People and free texts. The key is in the document, so that a page of partners has no further round trips. What is searched stays
     * readable: the partner's name and what is known of its business.
     */
    @Bean
    SealedCollection sealedPartners() {
        return SealedCollection.withOwnKeys(
                MongoPartners.COLLECTION,
                List.of(
                        SealedField.required("contacts.name").ofEach("id"),
                        SealedField.required("contacts.email").ofEach("id"),
                        SealedField.required("contacts.role").ofEach("id"),
                        SealedField.optional("contacts.notificationEmail").ofEach("id"),
                        SealedField.required("departures.role").ofEach("contactId"),
                        SealedField.optional("team.email").ofEach("person"),
                        SealedField.optional("statusReason"),
                        SealedField.optional("steps.text"),
                        SealedField.required("receipt.answer")));
    }

    @Bean
    ApplicationRunner partnerIndexes(MongoOperations mongo) {
        return arguments -> {
            IndexedList.createIndexes(mongo, MongoPartners.COLLECTION, ListedPartner.ORDERS);
            mongo.indexOps(MongoPartners.COLLECTION)
                    .createIndex(new Index(MongoPartners.REVIEW_ON, Sort.Direction.ASC).sparse());
            mongo.indexOps(MongoPartners.COLLECTION)
                    .createIndex(new Index(MongoPartners.TIER_CHANGES_ON, Sort.Direction.ASC).sparse());
        };
    }

    /** Partners of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton partnersInTheList(MongoOperations mongo) {
        ListEntries<PartnerDocument> entries = new ListEntries<>(
                mongo,
                MongoPartners.COLLECTION,
                PartnerDocument.class,
                partner -> new Document("_id", partner.id()).append("version", partner.version()),
                partner -> ListedPartner.of(partner.toPartner()));
        return () -> entries.complete(ListedPartner.FORM);
    }
}
