package io.entente.commission.invoices.vat;

import org.jspecify.annotations.Nullable;

/**
 * A seller or buyer as an invoice names it (Art. 226 of Directive 2006/112/EC).
 *
 * @param name full legal name
 * @param vatId with the prefix of its country, such as DE136695976
 * @param taxNumber a number of the tax office that is no VAT id
 */
public record Party(String name, PartyAddress address, @Nullable String vatId, @Nullable String taxNumber) {

    public String country() {
        return address.country();
    }

    /** Whether the party has a number under which a tax office knows it. */
    public boolean hasTaxId() {
        return vatId != null || taxNumber != null;
    }
}
