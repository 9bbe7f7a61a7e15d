package io.entente.partner.alerts.web;

import io.entente.partner.alerts.Alert;
import io.entente.partner.alerts.AlertKind;
import io.entente.partner.alerts.AlertStatus;
import io.entente.partner.alerts.Finding.AlertFigure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert in the API.
 *
 * @param number of the alert among those of the kind about the partner, from 1
 * @param partnerId whom it is about; of a concentration the partner that brings most
 * @param figures the ones that led to it
 * @param decidedBy who has acknowledged or closed it; absent before
 */
record AlertView(
        String id,
        long version,
        long number,
        AlertKind kind,
        String partnerId,
        AlertStatus status,
        LocalDate raisedOn,
        List<AlertFigureView> figures,
        long policyVersion,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {

    static AlertView of(Alert alert) {
        return new AlertView(
                alert.id(),
                alert.version(),
                alert.number(),
                alert.kind(),
                alert.partnerId(),
                alert.status(),
                alert.raisedOn(),
                alert.figures().stream().map(AlertFigureView::of).toList(),
                alert.policyVersion(),
                alert.decidedBy(),
                alert.decidedAt(),
                alert.note());
    }

    /**
     * A figure that led to an alert.
     *
     * @param name such as ratingBefore
     * @param value as text
     */
    record AlertFigureView(String name, String value) {

        static AlertFigureView of(AlertFigure figure) {
            return new AlertFigureView(figure.name(), figure.value());
        }
    }
}
