package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;

/**
 * A place in a partner's chain. A unique key ensures that only one transaction takes it. Chains have no gaps, so all
 * ids of a chain are known without a query.
 *
 * @param number from 1, without gaps
 */
public record TransactionId(PartnerId partnerId, long number) {

    private static final int DIGITS = 12;

    /**
     * Parses {@code <partner>/<number>}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static TransactionId parse(String text) {
        int slash = text.length() - DIGITS - 1;
        if (slash < 1 || text.charAt(slash) != '/') {
            throw new IllegalArgumentException(
                    "The id of a ledger transaction must be a partner's id, a slash and a number, but it is " + text);
        }
        return new TransactionId(new PartnerId(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
    }

    /**
     * Returns an id such as {@code par_01k…/000000000042}. The number has leading zeros, so sorting ids as text
     * sorts a chain by its numbers.
     */
    @Override
    public String toString() {
        String digits = Long.toString(number);
        return partnerId + "/" + "0".repeat(DIGITS - digits.length()) + digits;
    }
}
