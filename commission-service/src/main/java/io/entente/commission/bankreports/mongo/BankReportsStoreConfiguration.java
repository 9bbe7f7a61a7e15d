package io.entente.commission.bankreports.mongo;

import io.entente.commission.bankreports.lists.ListedReport;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** The outbox of reports, and the indexes that lists and the sweep need. */
@Configuration(proxyBeanMethods = false)
class BankReportsStoreConfiguration {

    @Bean
    OutboxCollection bankReportsOutbox() {
        return new OutboxCollection(MongoBankReports.COLLECTION);
    }

    /** Reports of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton bankReportsInTheList(MongoOperations mongo) {
        ListEntries<ReportDocument> entries = new ListEntries<>(
                mongo,
                MongoBankReports.COLLECTION,
                ReportDocument.class,
                report -> new Document("_id", report.id()).append("version", report.version()),
                report -> ListedReport.of(report.toReport()));
        return () -> {
            IndexedList.createIndexes(mongo, MongoBankReports.COLLECTION, ListedReport.ORDERS);
            entries.complete(ListedReport.FORM);
        };
    }

    @Bean
    SmartInitializingSingleton bankReportIndexes(MongoOperations mongo) {
        return () -> {
            mongo.indexOps(MongoBankReports.COLLECTION)
                    .createIndex(new Index(MongoBankReports.STATUS, Sort.Direction.ASC));
            IndexOperations items = mongo.indexOps(MongoBankReports.ITEMS);
            items.createIndex(new Index(MongoBankReports.OPEN, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
            items.createIndex(new Index(MongoBankReports.RESULT, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
        };
    }
}
