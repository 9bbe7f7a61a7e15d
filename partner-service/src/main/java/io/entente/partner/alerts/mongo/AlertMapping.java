package io.entente.partner.alerts.mongo;

import io.entente.partner.alerts.Alert;
import io.entente.partner.alerts.AlertKind;
import io.entente.partner.alerts.AlertRaised;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps alerts to documents, and what was raised to records on {@code partner.events}. */
final class AlertMapping implements AggregateMapping<Alert, AlertRaised, AlertDocument> {

    private static final String TOPIC = "partner.events";
    private static final String RAISED = "partner.alert-raised.v1";

    private final EventRecorder recorder;

    AlertMapping(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String collection() {
        return MongoAlerts.COLLECTION;
    }

    @Override
    public Class<AlertDocument> documentType() {
        return AlertDocument.class;
    }

    @Override
    public long version(Alert alert) {
        return alert.version();
    }

    @Override
    public Alert read(AlertDocument document) {
        return document.toAlert();
    }

    @Override
    public AlertDocument write(Alert alert, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return AlertDocument.of(alert, receipt, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<Alert, AlertRaised> change, Instant now) {
        return change.events().stream()
                .map(event -> recorder.record(
                        TOPIC,
                        RAISED,
                        event.alert().id(),
                        event.alert().partnerId(),
                        event.alert().number(),
                        now,
                        RaisedJson.of(event.alert(), now)))
                .toList();
    }

    /** {@code partner.alert-raised.v1}. */
    record RaisedJson(
            String alertId,
            String partnerId,
            long number,
            AlertKind kind,
            LocalDate raisedOn,
            List<FigureJson> figures,
            Instant occurredAt,
            String actor,
            String origin) {

        static RaisedJson of(Alert alert, Instant now) {
            return new RaisedJson(
                    alert.id(),
                    alert.partnerId(),
                    alert.number(),
                    alert.kind(),
                    alert.raisedOn(),
                    alert.figures().stream()
                            .map(figure -> new FigureJson(figure.name(), figure.value()))
                            .toList(),
                    now,
                    Actor.SYSTEM.value(),
                    "LIVE");
        }
    }

    /** A figure that has led to the alert. */
    record FigureJson(String name, String value) {}
}
