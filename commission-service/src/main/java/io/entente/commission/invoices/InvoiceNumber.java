package io.entente.commission.invoices;

/**
 * The number of an invoice, such as {@code SB-2026-00000017}. The numbers of a series and year have no gaps: each is stored
 * under the number after the last one, and the store accepts a number once.
 *
 * @param series of the program
 * @param year in which the invoice was issued
 * @param position from 1
 */
public record InvoiceNumber(String series, int year, long position) {

    /** So many digits that the numbers of a year sort as text. */
    private static final int DIGITS = 8;

    private static final String BETWEEN = "-";

    /** @throws IllegalArgumentException if the text is no invoice number */
    public static InvoiceNumber parse(String text) {
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("must be an invoice number such as SB-2026-00000017");
        }
        return new InvoiceNumber(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    }

    /** What all numbers of a series and year begin with. */
    public static String prefix(String series, int year) {
        return series + BETWEEN + year + BETWEEN;
    }

    @Override
    public String toString() {
        return prefix(series, year) + ("%0" + DIGITS + "d").formatted(position);
    }
}
