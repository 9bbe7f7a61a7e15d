package io.entente.partner.agreements.mongo;

import io.entente.partner.agreements.Agreement;
import io.entente.partner.agreements.AgreementEvent;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps agreements to documents, and their changes to records. */
final class AgreementMapping implements AggregateMapping<Agreement, AgreementEvent, AgreementDocument> {

    private final AgreementRecords records;

    AgreementMapping(EventRecorder recorder) {
        this.records = new AgreementRecords(recorder);
    }

    @Override
    public String collection() {
        return MongoAgreements.COLLECTION;
    }

    @Override
    public Class<AgreementDocument> documentType() {
        return AgreementDocument.class;
    }

    @Override
    public long version(Agreement agreement) {
        return agreement.version();
    }

    @Override
    public Agreement read(AgreementDocument document) {
        return document.toAgreement();
    }

    @Override
    public AgreementDocument write(
            Agreement agreement, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return AgreementDocument.of(agreement, namesNobodyWhoIsGone(agreement) ? receipt : Receipt.ERASED, outbox);
    }

    /** The first answer has the words with which the agreement was drafted. */
    private static boolean namesNobodyWhoIsGone(Agreement agreement) {
        return !agreement.hasErasedTexts();
    }

    @Override
    public List<OutboxRecord> records(Change<Agreement, AgreementEvent> change, Instant now) {
        return records.of(change.state(), change.events(), now);
    }
}
