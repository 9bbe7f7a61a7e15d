package io.entente.commission.payouts.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerNames;
import io.entente.commission.payouts.OutcomeCorrection;
import io.entente.commission.payouts.lists.CorrectionFilter;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.access.Tenant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the filter of a list of corrections from its parameters. */
@Component
class CorrectionParameters {

    private final PartnerNames names;
    private final ZoneId zone;

    /** @param zone of the program, in which days begin */
    CorrectionParameters(PartnerNames names, @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    /** Returns the filter. Without a status, it selects the corrections that wait. */
    CorrectionFilter filter(
            @Nullable String q,
            @Nullable List<OutcomeCorrection.Status> status,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Tenant tenant,
            SortOrder sort) {
        if (from != null && to != null && to.isBefore(from)) {
            throw InvalidInputException.malformed(List.of(new FieldError("to", "must not be before from")));
        }
        SearchText text = SearchText.of(q).orElse(null);
        return new CorrectionFilter(
                text,
                text == null ? List.of() : names.named(text),
                status == null || status.isEmpty() ? Set.of(OutcomeCorrection.Status.WAITING) : EnumSet.copyOf(status),
                tenant.id().map(PartnerId::new).orElse(null),
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                sort);
    }
}
