package io.entente.partner.alerts;

import java.util.List;

/**
 * Figures that lead to an alert.
 *
 * @param partnerId whom it is about; of a concentration the partner that brings most
 * @param figures the ones that led to it
 */
public record Finding(AlertKind kind, String partnerId, List<AlertFigure> figures) {

    public Finding {
        figures = List.copyOf(figures);
    }

    /**
     * A figure.
     *
     * @param name such as {@code ratingBefore}
     * @param value as text
     */
    public record AlertFigure(String name, String value) {}
}
