package io.entente.commission.invoices.vat;

import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param street with the number
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(@Nullable String street, String city, @Nullable String postalCode, String country) {}
