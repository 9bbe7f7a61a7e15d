package io.entente.commission.payees;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The form on which a partner declared how it is taxed in the United States. */
public record TaxForm(Type type, LocalDate receivedOn) {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int W8_YEARS = 3;

    /**
     * Describes why the date is not plausible, in words that follow the field's name; null if it is. A W-8 ends with the third
     * calendar year after it was signed (26 CFR 1.1441-1(e)(4)(ii)).
     */
    public @Nullable String implausible(LocalDate today) {
        if (receivedOn.isAfter(today)) {
            return "must not be in the future";
        }
        if (receivedOn.isBefore(EARLIEST)) {
            return "must not be before " + EARLIEST;
        }
        return type != Type.W9 && receivedOn.getYear() + W8_YEARS < today.getYear()
                ? "is too long ago: this form ended on %d-12-31".formatted(receivedOn.getYear() + W8_YEARS)
                : null;
    }

    public enum Type {
        /** For a person or firm taxed in the United States. */
        W9,
        /** For a person not taxed in the United States. */
        W8BEN,
        /** For an organisation not taxed in the United States. */
        W8BENE
    }
}
