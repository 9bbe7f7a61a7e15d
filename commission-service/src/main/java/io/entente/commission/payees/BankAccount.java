package io.entente.commission.payees;

import org.jspecify.annotations.Nullable;

/**
 * A bank account: an IBAN, or an account number with a bank code in countries without IBANs.
 *
 * @param bic of the bank; absent if the IBAN is sufficient
 */
public record BankAccount(
        @Nullable String iban, @Nullable String number, @Nullable String bankCode, @Nullable String bic) {

    private static final int SHOWN_CHARACTERS = 4;

    /** Whether nothing is known of the account, because it was erased. */
    public boolean isErased() {
        return iban == null && number == null;
    }

    /** The account with only its last characters visible. */
    public String masked() {
        return masked(iban != null ? iban : String.valueOf(number));
    }

    /** Hides all but the last four characters. Shorter texts are hidden completely. */
    public static String masked(String secret) {
        return secret.length() <= SHOWN_CHARACTERS
                ? "****"
                : "****" + secret.substring(secret.length() - SHOWN_CHARACTERS);
    }

    /** Never contains the account itself, because records can be printed in unexpected places. */
    @Override
    public String toString() {
        return "BankAccount[" + masked() + "]";
    }
}
