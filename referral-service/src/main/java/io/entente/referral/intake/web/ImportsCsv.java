package io.entente.referral.intake.web;

import io.entente.platform.csv.SafeCsv;
import java.io.Writer;
import java.util.List;

/** Writes imports as CSV, one row for each. */
final class ImportsCsv {

    private static final List<String> COLUMNS = List.of(
            "importId",
            "status",
            "profile",
            "profileVersion",
            "fileName",
            "startedAt",
            "finishedAt",
            "rows",
            "accepted",
            "unchanged",
            "rejected",
            "warned",
            "encoding",
            "reason");

    private final SafeCsv csv;

    ImportsCsv(Writer out) {
        this.csv = new SafeCsv(out, COLUMNS);
    }

    void add(ImportView of) {
        csv.row(
                of.id(),
                of.status(),
                of.profile(),
                of.profileVersion(),
                of.fileName(),
                of.startedAt(),
                of.finishedAt(),
                of.rows(),
                of.accepted(),
                of.unchanged(),
                of.rejected(),
                of.warned(),
                of.encoding(),
                of.reason());
    }

    void flush() {
        csv.flush();
    }
}
