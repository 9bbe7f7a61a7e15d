package io.entente.commission.commissions.web;

import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.lists.CommissionFilter;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.access.Tenant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** Makes the filter of a list of commissions from its parameters. */
final class FilterParameters {

    private FilterParameters() {}

    static CommissionFilter filter(
            @Nullable String q,
            @Nullable List<CommissionStatus> status,
            Tenant tenant,
            Hold.@Nullable Kind hold,
            @Nullable String currency,
            @Nullable String plan,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            SortOrder sort) {
        return new CommissionFilter(
                SearchText.of(q).orElse(null),
                status == null ? List.of() : status,
                tenant.partnerId(),
                hold,
                currency == null ? null : currency(currency),
                plan,
                from,
                to,
                sort);
    }

    private static CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException unknown) {
            throw refused("currency", "must be an ISO 4217 currency code such as EUR");
        }
    }

    /** The period of an export; null if it exports the list. */
    static @Nullable ExportPeriod period(@Nullable String period, CommissionFilter filter) {
        if (period == null) {
            return null;
        }
        ExportPeriod parsed = ExportPeriod.parse(period);
        if (filter.partnerId() != null || !filter.isInLedgerOrder()) {
            throw refused("period", "must be absent if there is another filter or an order; from and to select days");
        }
        return parsed;
    }

    private static InvalidInputException refused(String field, String message) {
        return InvalidInputException.malformed(List.of(new FieldError(field, message)));
    }
}
