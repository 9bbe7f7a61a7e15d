package io.entente.partner.agreements.web;

import io.entente.platform.csv.SafeCsv;
import java.io.Writer;
import java.util.List;

/** Writes agreements as CSV, one row for each. It contains no person. */
final class AgreementsCsv {

    private static final List<String> COLUMNS = List.of(
            "agreementId",
            "partnerId",
            "title",
            "status",
            "inForce",
            "latest",
            "planCode",
            "endsOn",
            "noticeBy",
            "contradictions",
            "draftedAt");

    private final SafeCsv csv;

    AgreementsCsv(Writer out) {
        this.csv = new SafeCsv(out, COLUMNS);
    }

    void add(AgreementSummary agreement) {
        csv.row(
                agreement.id(),
                agreement.partnerId(),
                agreement.title(),
                agreement.status(),
                agreement.inForce(),
                agreement.latest(),
                agreement.planCode(),
                agreement.endsOn(),
                agreement.noticeBy(),
                agreement.contradictions(),
                agreement.draftedAt());
    }

    void flush() {
        csv.flush();
    }
}
