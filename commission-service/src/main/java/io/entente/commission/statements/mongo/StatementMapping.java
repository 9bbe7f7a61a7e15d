package io.entente.commission.statements.mongo;

import io.entente.commission.statements.Statement;
import io.entente.commission.statements.StatementEvent;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps statements to documents, and their changes to records. */
final class StatementMapping implements AggregateMapping<Statement, StatementEvent, StatementDocument> {

    private final StatementRecords records;

    StatementMapping(EventRecorder recorder) {
        this.records = new StatementRecords(recorder);
    }

    @Override
    public String collection() {
        return MongoStatements.COLLECTION;
    }

    @Override
    public Class<StatementDocument> documentType() {
        return StatementDocument.class;
    }

    @Override
    public long version(Statement statement) {
        return statement.version();
    }

    @Override
    public Statement read(StatementDocument document) {
        return document.toStatement();
    }

    @Override
    public StatementDocument write(
            Statement statement, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return StatementDocument.of(statement, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<Statement, StatementEvent> change, Instant now) {
        return records.of(change.state(), change.events());
    }
}
