package io.entente.commission.invoices.vat;

import org.jspecify.annotations.Nullable;

/**
 * The address of a party as invoices print it.
 *
 * @param street with the number
 * @param country ISO 3166-1 alpha-2
 */
public record PartyAddress(@Nullable String street, String city, @Nullable String postalCode, String country) {}
