package io.entente.commission.bankreports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says in words why a bank did not make a payment, or sent it back. Partners read these sentences on statements and in mails, which have
 * them in six languages and know them by their English words. The code and the words of the bank itself stay with the report, because
 * they may be about the firm.
 *
 * @see <a href="https://www.iso20022.org/catalogue-messages/additional-content-messages/external-code-sets">External code sets:
 *     status reasons and return reasons</a>
 */
final class ReasonTexts {

    private static final String NO_REASON = "The bank gave no reason that we know.";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("AC01", "The account number is not correct."),
            Map.entry("AC02", "The account number is not correct."),
            Map.entry("AC03", "The account number is not correct."),
            Map.entry("AC04", "The bank account is closed."),
            Map.entry("AC06", "The bank account is blocked."),
            Map.entry("AC07", "The bank account is closed."),
            Map.entry("AC13", "The type of the account is not possible for this payment."),
            Map.entry("AC14", "The type of the account is not possible for this payment."),
            Map.entry("AG01", "The account does not accept payments of this kind."),
            Map.entry("AG02", "The account does not accept payments of this kind."),
            Map.entry("AM09", "The amount was not accepted."),
            Map.entry("BE01", "The name does not match the account."),
            Map.entry("BE04", "The address of the payee is missing or not correct."),
            Map.entry("BE06", "The bank does not know the payee."),
            Map.entry("BE07", "The address of the payee is missing or not correct."),
            Map.entry("CNOR", "The payee's bank can't be reached this way."),
            Map.entry("CUST", "The payee refused the payment."),
            Map.entry("DNOR", "The payee's bank can't be reached this way."),
            Map.entry("FOCR", "The payment was recalled."),
            Map.entry("MD07", "The account holder has died."),
            Map.entry("RC01", "The bank's code is not correct."),
            Map.entry("RC04", "The bank's code is not correct."),
            Map.entry("RC07", "The bank's code is not correct."),
            Map.entry("RR02", "The name or address of the payer was not accepted."),
            Map.entry("RR03", "The name or address of the payee is missing or not correct."));

    private ReasonTexts() {}

    static String of(@Nullable String code) {
        return code == null ? NO_REASON : WORDS.getOrDefault(code, NO_REASON);
    }
}
