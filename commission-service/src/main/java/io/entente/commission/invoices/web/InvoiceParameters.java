package io.entente.commission.invoices.web;

import io.entente.commission.invoices.BlockedInvoiceFilter;
import io.entente.commission.invoices.InvoiceKind;
import io.entente.commission.invoices.byhand.HandInvoiceFilter;
import io.entente.commission.invoices.lists.InvoiceFilter;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerNames;
import io.entente.commission.statements.Quarter;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.access.Tenant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the filter of a list of invoices from its parameters. */
@Component
class InvoiceParameters {

    private final PartnerNames names;
    private final ZoneId zone;

    /** @param zone of the program, in which days begin */
    InvoiceParameters(PartnerNames names, @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    InvoiceFilter filter(
            @Nullable String q,
            Tenant tenant,
            @Nullable String period,
            @Nullable InvoiceKind kind,
            @Nullable String currency,
            @Nullable LocalDate issuedFrom,
            @Nullable LocalDate issuedTo,
            SortOrder sort) {
        if (issuedFrom != null && issuedTo != null && issuedTo.isBefore(issuedFrom)) {
            throw refused("issuedTo", "must not be before issuedFrom");
        }
        SearchText text = SearchText.of(q).orElse(null);
        return new InvoiceFilter(
                text,
                text == null || tenant.byPartner() ? List.of() : names.named(text),
                tenant.id().map(PartnerId::new).orElse(null),
                period == null ? null : quarter(period),
                kind,
                currency == null ? null : currency(currency),
                issuedFrom == null ? null : issuedFrom.atStartOfDay(zone).toInstant(),
                issuedTo == null
                        ? null
                        : issuedTo.plusDays(1).atStartOfDay(zone).toInstant(),
                sort);
    }

    HandInvoiceFilter byHand(@Nullable String q, Tenant tenant, @Nullable String period, SortOrder sort) {
        SearchText text = SearchText.of(q).orElse(null);
        return new HandInvoiceFilter(
                text,
                text == null ? List.of() : names.named(text),
                tenant.id().map(PartnerId::new).orElse(null),
                period == null ? null : quarter(period),
                sort);
    }

    BlockedInvoiceFilter blocked(@Nullable String q, Tenant tenant, @Nullable String period, SortOrder sort) {
        SearchText text = SearchText.of(q).orElse(null);
        return new BlockedInvoiceFilter(
                text,
                text == null ? List.of() : names.named(text),
                tenant.id().map(PartnerId::new).orElse(null),
                period == null ? null : quarter(period),
                sort);
    }

    private static Quarter quarter(String text) {
        return Quarter.parse(text).orElseThrow(() -> refused("period", "must be a quarter such as 2026-Q2"));
    }

    private static CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException unknown) {
            throw refused("currency", "must be an ISO 4217 currency code such as EUR");
        }
    }

    private static InvalidInputException refused(String field, String message) {
        return InvalidInputException.malformed(List.of(new FieldError(field, message)));
    }
}
