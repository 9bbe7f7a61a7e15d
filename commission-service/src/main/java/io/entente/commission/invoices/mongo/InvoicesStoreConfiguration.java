package io.entente.commission.invoices.mongo;

import io.entente.commission.invoices.BlockedInvoiceFilter;
import io.entente.commission.invoices.byhand.HandInvoiceFilter;
import io.entente.commission.invoices.lists.ListedInvoice;
import io.entente.commission.secrets.SealedPayees;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import io.entente.platform.secrets.SealedCollection;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** Creates the indexes of invoices: one document per statement and corrected invoice, the lists, and the sweep of blocked ones. */
@Configuration(proxyBeanMethods = false)
class InvoicesStoreConfiguration {

    /** The index of earlier versions, which allowed one document for each statement. */
    private static final String ONE_PER_STATEMENT = "one_per_statement";

    @Bean
    OutboxCollection invoicesOutbox() {
        return new OutboxCollection(MongoInvoices.COLLECTION);
    }

    @Bean
    OutboxCollection taxProfilesOutbox() {
        return new OutboxCollection(MongoTaxProfiles.COLLECTION);
    }

    @Bean
    SealedCollection sealedInvoices() {
        return SealedPayees.invoices(MongoInvoices.COLLECTION);
    }

    @Bean
    SealedCollection sealedTaxProfiles() {
        return SealedPayees.taxProfiles(MongoTaxProfiles.COLLECTION);
    }

    /** Invoices of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton invoicesInTheList(MongoOperations mongo) {
        ListEntries<InvoiceDocument> entries = new ListEntries<>(
                mongo,
                MongoInvoices.COLLECTION,
                InvoiceDocument.class,
                invoice -> new Document("_id", invoice.id()),
                invoice -> ListedInvoice.of(invoice.toInvoice()));
        return () -> {
            IndexedList.createIndexes(mongo, MongoInvoices.COLLECTION, ListedInvoice.ORDERS);
            entries.complete(ListedInvoice.FORM);
        };
    }

    /** The same for the statements that were invoiced by hand. */
    @Bean
    SmartInitializingSingleton handInvoicesInTheList(MongoOperations mongo) {
        ListEntries<MongoHandInvoices.HandDocument> entries = new ListEntries<>(
                mongo,
                MongoHandInvoices.COLLECTION,
                MongoHandInvoices.HandDocument.class,
                report -> new Document("_id", report.id()),
                report -> HandInvoiceFilter.entry(report.toInvoice()));
        return () -> {
            IndexedList.createIndexes(mongo, MongoHandInvoices.COLLECTION, HandInvoiceFilter.ORDERS);
            entries.complete(HandInvoiceFilter.FORM);
        };
    }

    /** The same for the statements that can't be invoiced yet. */
    @Bean
    SmartInitializingSingleton blockedInvoicesInTheList(MongoOperations mongo) {
        ListEntries<MongoBlockedInvoices.BlockedDocument> entries = new ListEntries<>(
                mongo,
                MongoBlockedInvoices.COLLECTION,
                MongoBlockedInvoices.BlockedDocument.class,
                blocked -> new Document("_id", blocked.id()),
                blocked -> BlockedInvoiceFilter.entry(blocked.toBlocked()));
        return () -> {
            IndexedList.createIndexes(mongo, MongoBlockedInvoices.COLLECTION, BlockedInvoiceFilter.ORDERS);
            entries.complete(BlockedInvoiceFilter.FORM);
        };
    }

    @Bean
    SmartInitializingSingleton invoiceIndexes(MongoOperations mongo) {
        return () -> createIndexes(mongo);
    }

    static void createIndexes(MongoOperations mongo) {
        IndexOperations invoices = mongo.indexOps(MongoInvoices.COLLECTION);
        dropIfThere(invoices, ONE_PER_STATEMENT);
        invoices.createIndex(new Index("statementId", Sort.Direction.ASC)
                .on("corrects", Sort.Direction.ASC)
                .named("one_per_statement_and_correction")
                .unique());
        for (String filter : new String[] {"partnerId", "period"}) {
            invoices.createIndex(new Index(filter, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
        }
        mongo.indexOps(MongoTaxProfiles.COLLECTION)
                .createIndex(new Index("partnerId", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
        IndexOperations byHand = mongo.indexOps(MongoHandInvoices.COLLECTION);
        byHand.createIndex(new Index(MongoHandInvoices.PARTNER, Sort.Direction.ASC)
                .on(MongoHandInvoices.CURRENCY, Sort.Direction.ASC)
                .on(MongoHandInvoices.PERIOD, Sort.Direction.ASC));
        byHand.createIndex(new Index(MongoHandInvoices.PARTNER, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
        IndexOperations blocked = mongo.indexOps(MongoBlockedInvoices.COLLECTION);
        for (String field : new String[] {MongoBlockedInvoices.TRY_AT, MongoBlockedInvoices.PARTNER}) {
            blocked.createIndex(new Index(field, Sort.Direction.ASC));
        }
    }

    private static void dropIfThere(IndexOperations indexes, String name) {
        if (indexes.getIndexInfo().stream().anyMatch(index -> index.getName().equals(name))) {
            indexes.dropIndex(name);
        }
    }
}
