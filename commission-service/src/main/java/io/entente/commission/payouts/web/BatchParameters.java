package io.entente.commission.payouts.web;

import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.lists.BatchFilter;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.web.InvalidInputException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the filter of a list of batches from its parameters. */
@Component
class BatchParameters {

    private final ZoneId zone;

    /** @param zone of the program, in which days begin */
    BatchParameters(@Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        this.zone = zone;
    }

    BatchFilter filter(
            @Nullable String q,
            @Nullable List<PayoutBatch.Status> status,
            @Nullable LocalDate plannedFrom,
            @Nullable LocalDate plannedTo,
            SortOrder sort) {
        if (plannedFrom != null && plannedTo != null && plannedTo.isBefore(plannedFrom)) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("plannedTo", "must not be before plannedFrom")));
        }
        return new BatchFilter(
                SearchText.of(q).orElse(null),
                status == null || status.isEmpty() ? Set.of() : EnumSet.copyOf(status),
                plannedFrom == null ? null : plannedFrom.atStartOfDay(zone).toInstant(),
                plannedTo == null
                        ? null
                        : plannedTo.plusDays(1).atStartOfDay(zone).toInstant(),
                sort);
    }
}
