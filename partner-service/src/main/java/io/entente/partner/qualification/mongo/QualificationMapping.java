package io.entente.partner.qualification.mongo;

import io.entente.partner.qualification.Qualification;
import io.entente.partner.qualification.QualificationAssessed;
import io.entente.partner.qualification.Recommendation;
import io.entente.partner.qualification.Scorecard;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps qualifications to documents, and their changes to records on {@code partner.events}. */
final class QualificationMapping
        implements AggregateMapping<Qualification, QualificationAssessed, QualificationDocument> {

    private static final String TOPIC = "partner.events";
    private static final String TYPE = "partner.qualification-assessed.v1";

    private final EventRecorder recorder;

    QualificationMapping(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String collection() {
        return MongoQualifications.COLLECTION;
    }

    @Override
    public Class<QualificationDocument> documentType() {
        return QualificationDocument.class;
    }

    @Override
    public long version(Qualification qualification) {
        return qualification.version();
    }

    @Override
    public Qualification read(QualificationDocument document) {
        return document.toQualification();
    }

    @Override
    public QualificationDocument write(
            Qualification qualification, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return QualificationDocument.of(qualification, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<Qualification, QualificationAssessed> change, Instant now) {
        Qualification qualification = change.state();
        List<OutboxRecord> records = new ArrayList<>();
        long sequence = qualification.sequence() - change.events().size();
        for (QualificationAssessed event : change.events()) {
            records.add(recorder.record(
                    TOPIC,
                    TYPE,
                    qualification.id(),
                    qualification.partnerId(),
                    ++sequence,
                    now,
                    AssessedJson.of(qualification, event, now)));
        }
        return records;
    }

    /** {@code partner.qualification-assessed.v1}. It has no note and no comment, because they may name persons. */
    record AssessedJson(
            String qualificationId,
            String partnerId,
            int score,
            Recommendation recommendation,
            List<String> redFlags,
            List<String> missing,
            int references,
            int policyVersion,
            Instant occurredAt,
            String actor,
            String origin) {

        static AssessedJson of(Qualification qualification, QualificationAssessed event, Instant now) {
            Scorecard scorecard = event.scorecard();
            return new AssessedJson(
                    qualification.id(),
                    qualification.partnerId(),
                    scorecard.percent(),
                    scorecard.recommendation(),
                    scorecard.redFlags(),
                    scorecard.missing(),
                    qualification.references().size(),
                    scorecard.policyVersion(),
                    now,
                    event.actor().value(),
                    "LIVE");
        }
    }
}
