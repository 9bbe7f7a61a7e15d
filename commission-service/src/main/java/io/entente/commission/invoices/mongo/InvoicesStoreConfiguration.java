package io.entente.commission.invoices.mongo;

import io.entente.commission.secrets.SealedPayees;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.secrets.SealedCollection;
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
