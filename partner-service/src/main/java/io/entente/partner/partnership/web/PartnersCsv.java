package io.entente.partner.partnership.web;

import io.entente.platform.csv.SafeCsv;
import java.io.Writer;
import java.util.List;

/** Writes partners as CSV, one row for each. It contains no person. */
final class PartnersCsv {

    private static final List<String> COLUMNS = List.of(
            "partnerId",
            "name",
            "status",
            "model",
            "tier",
            "country",
            "timeZone",
            "locale",
            "appliedAt",
            "activatedAt");

    private final SafeCsv csv;

    PartnersCsv(Writer out) {
        this.csv = new SafeCsv(out, COLUMNS);
    }

    void add(PartnerView partner) {
        csv.row(
                partner.id(),
                partner.name(),
                partner.status(),
                partner.model(),
                partner.tier(),
                partner.country(),
                partner.timeZone(),
                partner.locale(),
                partner.appliedAt(),
                partner.activatedAt());
    }

    void flush() {
        csv.flush();
    }
}
