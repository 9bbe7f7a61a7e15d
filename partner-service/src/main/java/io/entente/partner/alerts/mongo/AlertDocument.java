package io.entente.partner.alerts.mongo;

import io.entente.partner.alerts.Alert;
import io.entente.partner.alerts.AlertKind;
import io.entente.partner.alerts.AlertStatus;
import io.entente.partner.alerts.Finding.AlertFigure;
import io.entente.partner.alerts.ListedAlert;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** The stored form of an alert. The day is text, so that no time zone can move it. */
record AlertDocument(
        @Id String id,
        long version,
        long number,
        AlertKind kind,
        String partnerId,
        AlertStatus status,
        String raisedOn,
        List<AlertFigure> figures,
        long policyVersion,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        ListEntry list,
        @Nullable Receipt receipt,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    static AlertDocument of(Alert alert, @Nullable Receipt receipt, @Nullable Outbox outbox) {
        return new AlertDocument(
                alert.id(),
                alert.version(),
                alert.number(),
                alert.kind(),
                alert.partnerId(),
                alert.status(),
                alert.raisedOn().toString(),
                alert.figures(),
                alert.policyVersion(),
                alert.decidedBy(),
                alert.decidedAt(),
                alert.note(),
                ListedAlert.of(alert),
                receipt,
                outbox);
    }

    Alert toAlert() {
        return new Alert(
                id,
                version,
                number,
                kind,
                partnerId,
                status,
                LocalDate.parse(raisedOn),
                figures,
                policyVersion,
                decidedBy,
                decidedAt,
                note);
    }
}
