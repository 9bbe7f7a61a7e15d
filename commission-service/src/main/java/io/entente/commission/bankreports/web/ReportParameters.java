package io.entente.commission.bankreports.web;

import io.entente.commission.bankreports.BankReport;
import io.entente.commission.bankreports.ReportFile.Kind;
import io.entente.commission.bankreports.lists.ReportFilter;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.web.InvalidInputException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the filter of a list of reports from its parameters. */
@Component
class ReportParameters {

    private final ZoneId zone;

    /** @param zone of the program, in which days begin */
    ReportParameters(@Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        this.zone = zone;
    }

    ReportFilter filter(
            @Nullable String q,
            @Nullable Kind kind,
            BankReport.@Nullable Status status,
            @Nullable Boolean open,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            SortOrder sort) {
        if (from != null && to != null && to.isBefore(from)) {
            throw InvalidInputException.malformed(List.of(new FieldError("to", "must not be before from")));
        }
        return new ReportFilter(
                SearchText.of(q).orElse(null),
                kind,
                status,
                open,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                sort);
    }
}
