package io.entente.commission.statements.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.commission.statements.lists.ListedStatement;
import io.entente.platform.events.outbox.OutboxCollection;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.runtime.lists.ListEntries;
import java.time.Instant;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Registers the outbox of statements and creates the indexes for lists and the sweep. */
@Configuration(proxyBeanMethods = false)
class StatementsStoreConfiguration {

    @Bean
    OutboxCollection statementsOutbox() {
        return new OutboxCollection(MongoStatements.COLLECTION);
    }

    @Bean
    SmartInitializingSingleton statementIndexes(MongoOperations mongo) {
        return () -> {
            IndexOperations indexes = mongo.indexOps(MongoStatements.COLLECTION);
            indexes.createIndex(new Index(MongoStatements.DISPUTED, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
            indexes.createIndex(new Index("finalizeAt", Sort.Direction.ASC)
                    .named("finalize_at")
                    .sparse());
            indexes.createIndex(new Index(MongoStatements.TO_INVOICE, Sort.Direction.ASC)
                    .named("to_invoice")
                    .sparse());
            markDisputed(mongo);
        };
    }

    /** Statements of earlier versions get their entry in the list before the service takes requests. */
    @Bean
    SmartInitializingSingleton statementsInTheList(MongoOperations mongo) {
        ListEntries<StatementDocument> entries = new ListEntries<>(
                mongo,
                MongoStatements.COLLECTION,
                StatementDocument.class,
                statement -> new Document("_id", statement.id()).append("version", statement.version()),
                statement -> ListedStatement.of(statement.toStatement()));
        return () -> {
            IndexedList.createIndexes(mongo, MongoStatements.COLLECTION, ListedStatement.ORDERS);
            entries.complete(ListedStatement.FORM);
        };
    }

    /** Statements of earlier versions don't say that they are disputed. Only an issued one can be. */
    private static void markDisputed(MongoOperations mongo) {
        Query disputed = new Query(where("finalizeAt")
                .gt(Instant.EPOCH)
                .and("openDisputes")
                .gt(0)
                .and(MongoStatements.DISPUTED)
                .ne(true));
        mongo.updateMulti(disputed, new Update().set(MongoStatements.DISPUTED, true), MongoStatements.COLLECTION);
    }
}
