package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;

/**
 * A place in a partner's chain. Only one transaction can ever take it, and since a chain has no gaps, every id of it is known
 * without asking the store.
 *
 * @param number from 1, without gaps
 */
public record TransactionId(PartnerId partnerId, long number) {

    private static final int DIGITS = 12;

    /**
     * Reads {@code <partner>/<number>}.
     *
     * @throws IllegalArgumentException where it has another form
     */
    public static TransactionId parse(String text) {
        int slash = text.length() - DIGITS - 1;
        if (slash < 1 || text.charAt(slash) != '/') {
            throw new IllegalArgumentException("not a ledger transaction's id: " + text);
        }
        return new TransactionId(new PartnerId(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
    }

    /** {@code par_01k…/000000000042}: in order of the text, a chain is in order of its numbers. */
    @Override
    public String toString() {
        String digits = Long.toString(number);
        return partnerId + "/" + "0".repeat(DIGITS - digits.length()) + digits;
    }
}
