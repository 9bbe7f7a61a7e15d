package io.entente.commission.invoices.vat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The standard rate of a country from a day on.
 *
 * @param rate percent; null if the country has no VAT on services
 * @param currency in which the country's VAT must be stated (Art. 230 of Directive 2006/112/EC)
 * @param eu whether the country is a member of the European Union
 * @param smallBusinessLaw the law of the country's small business scheme, as invoices quote it
 */
public record VatRate(
        String country,
        LocalDate effectiveFrom,
        @Nullable BigDecimal rate,
        String currency,
        boolean eu,
        @Nullable String smallBusinessLaw) {}
