package io.entente.commission.payees;

import java.time.LocalDate;

/** The form by which a partner said how it is taxed in the United States. */
public record TaxForm(Type type, LocalDate receivedOn) {

    public enum Type {
        /** Of a person or firm taxed in the United States. */
        W9,
        /** Of a person who isn't. */
        W8BEN,
        /** Of an organisation that isn't. */
        W8BENE
    }
}
