package io.entente.commission.bankreports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says in words why a bank did not make a payment, or sent it back. Partners read these sentences. The words of the bank itself
 * stay with the report, because they may be about the firm.
 *
 * @see <a href="https://www.iso20022.org/catalogue-messages/additional-content-messages/external-code-sets">External code sets:
 *     status reasons and return reasons</a>
 */
final class ReasonTexts {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("AC01", "the account number is not correct"),
            Map.entry("AC02", "the account number is not correct"),
            Map.entry("AC03", "the account number is not correct"),
            Map.entry("AC04", "the account is closed"),
            Map.entry("AC06", "the account is blocked"),
            Map.entry("AC07", "the account is closed"),
            Map.entry("AC13", "the type of the account is not possible for this payment"),
            Map.entry("AC14", "the type of the account is not possible for this payment"),
            Map.entry("AG01", "the account does not accept payments of this kind"),
            Map.entry("AG02", "the account does not accept payments of this kind"),
            Map.entry("AM09", "the amount was not accepted"),
            Map.entry("BE01", "the name does not match the account"),
            Map.entry("BE04", "the address of the payee is missing or not correct"),
            Map.entry("BE06", "the bank does not know the payee"),
            Map.entry("BE07", "the address of the payee is missing or not correct"),
            Map.entry("CNOR", "the payee's bank can't be reached this way"),
            Map.entry("CUST", "the payee refused the payment"),
            Map.entry("DNOR", "the payee's bank can't be reached this way"),
            Map.entry("FOCR", "the payment was recalled"),
            Map.entry("MD07", "the account holder has died"),
            Map.entry("RC01", "the bank's code is not correct"),
            Map.entry("RC04", "the bank's code is not correct"),
            Map.entry("RC07", "the bank's code is not correct"),
            Map.entry("RR02", "the name or address of the payer was not accepted"),
            Map.entry("RR03", "the name or address of the payee is missing or not correct"));

    private ReasonTexts() {}

    static String of(Meaning meaning, @Nullable String code) {
        String what =
                meaning == Meaning.FAILED ? "The bank did not make the payment" : "The bank sent the payment back";
        if (code == null) {
            return what + " and gave no reason.";
        }
        String words = WORDS.get(code);
        return words == null
                ? "%s with the reason code %s.".formatted(what, code)
                : "%s: %s (%s).".formatted(what, words, code);
    }
}
