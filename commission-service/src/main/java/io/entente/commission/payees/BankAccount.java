package io.entente.commission.payees;

import org.jspecify.annotations.Nullable;

/**
 * An account: an IBAN, or a number with the code of its bank where the country has none.
 *
 * @param bic of the bank; absent where the IBAN is enough
 */
public record BankAccount(
        @Nullable String iban, @Nullable String number, @Nullable String bankCode, @Nullable String bic) {

    private static final int SHOWN_CHARACTERS = 4;

    /** The last characters, which is all that is ever shown. */
    public String masked() {
        return masked(iban != null ? iban : String.valueOf(number));
    }

    /** All but the last four characters hidden; shorter texts whole. */
    public static String masked(String secret) {
        return secret.length() <= SHOWN_CHARACTERS
                ? "****"
                : "****" + secret.substring(secret.length() - SHOWN_CHARACTERS);
    }

    /** Never the account itself: records are printed where nobody expects it. */
    @Override
    public String toString() {
        return "BankAccount[" + masked() + "]";
    }
}
