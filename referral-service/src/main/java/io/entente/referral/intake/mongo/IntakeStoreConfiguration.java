package io.entente.referral.intake.mongo;

import io.entente.platform.runtime.lease.mongo.MongoLeases;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import io.entente.referral.intake.lists.ListedImport;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** Creates the indexes that find imports to run, and imports whose rejected rows have been kept long enough. */
@Configuration(proxyBeanMethods = false)
class IntakeStoreConfiguration {

    @Bean
    ApplicationRunner importIndexes(MongoOperations mongo) {
        return arguments -> {
            IndexOperations indexes = mongo.indexOps(MongoImports.COLLECTION);
            indexes.createIndex(MongoLeases.index());
            indexes.createIndex(new Index("rejectsCleared", Sort.Direction.ASC).on("finishedAt", Sort.Direction.ASC));
            IndexedList.createIndexes(mongo, MongoImports.COLLECTION, ListedImport.ORDERS);
        };
    }

    /** Imports of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton importsInTheList(MongoOperations mongo) {
        ListEntries<ImportDocument> entries = new ListEntries<>(
                mongo,
                MongoImports.COLLECTION,
                ImportDocument.class,
                document -> new Document("_id", document.id())
                        .append("status", document.status().name()),
                document -> ListedImport.of(document.toImport()));
        return () -> entries.complete(ListedImport.FORM);
    }
}
