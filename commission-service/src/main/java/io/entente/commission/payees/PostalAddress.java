package io.entente.commission.payees;

import org.jspecify.annotations.Nullable;

/**
 * A structured postal address. Town and country are always there, because banks refuse addresses without them since November
 * 2026.
 *
 * @param street with the number of the building
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(@Nullable String street, @Nullable String postCode, String town, String country) {

    /** Contains nothing that identifies a person. */
    @Override
    public String toString() {
        return "PostalAddress[" + country + "]";
    }
}
