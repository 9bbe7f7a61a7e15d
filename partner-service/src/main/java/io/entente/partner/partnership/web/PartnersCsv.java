package io.entente.partner.partnership.web;

import io.entente.platform.csv.SafeCsv;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

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
            "activatedAt",
            "domain",
            "territory",
            "industries",
            "services",
            "positioning",
            "languages",
            "owner",
            "risks");

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
                partner.activatedAt(),
                partner.details().domain(),
                String.join(" ", partner.details().territory()),
                String.join("; ", partner.details().industries()),
                String.join("; ", partner.details().services()),
                partner.details().positioning(),
                String.join(" ", partner.details().languages()),
                partner.details().owner(),
                partner.risks().stream().map(Enum::name).collect(Collectors.joining(" ")));
    }

    void flush() {
        csv.flush();
    }
}
