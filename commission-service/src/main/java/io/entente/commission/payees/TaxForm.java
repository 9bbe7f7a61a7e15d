package io.entente.commission.payees;

import java.time.LocalDate;

/** The form on which a partner declared how it is taxed in the United States. */
public record TaxForm(Type type, LocalDate receivedOn) {

    public enum Type {
        /** For a person or firm taxed in the United States. */
        W9,
        /** For a person not taxed in the United States. */
        W8BEN,
        /** For an organisation not taxed in the United States. */
        W8BENE
    }
}
