package io.entente.commission.payouts.bank;

import io.entente.commission.payees.bankform.AccountRules;
import io.entente.commission.payees.bankform.BankForm;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules for a transfer as a whole: its amount, its accounts, its address, and its scheme. */
final class EpcTransfer {

    /** The largest amount of a SEPA credit transfer. */
    private static final BigDecimal MAX_SEPA_AMOUNT = new BigDecimal("999999999.99");

    private static final int SEPA_DECIMALS = 2;

    private boolean sepa;
    private @Nullable String currency;
    private @Nullable String iban;
    private @Nullable String bic;
    private boolean town;
    private boolean country;

    int maxNameCharacters() {
        return sepa ? BankForm.MAX_SEPA_NAME_CHARACTERS : BankForm.MAX_NAME_CHARACTERS;
    }

    void start(String element, @Nullable String ccy) {
        switch (element) {
            case "PmtInf", "CdtTrfTxInf" -> {
                sepa = false;
                iban = null;
                bic = null;
            }
            case "PstlAdr" -> {
                town = false;
                country = false;
            }
            case "InstdAmt" -> currency = ccy;
            default -> {
                // Nothing begins with any other element.
            }
        }
    }

    /** An element with text. */
    Optional<String> leaf(String element, String parent, String text) {
        switch (element) {
            case "Cd" -> sepa = parent.equals("SvcLvl") && text.equals("SEPA");
            case "TwnNm" -> town = true;
            case "Ctry" -> country = true;
            case "IBAN" -> iban = text;
            case "BICFI" -> bic = text;
            default -> {
                return simple(element, text);
            }
        }
        return account(element, text);
    }

    private Optional<String> simple(String element, String text) {
        return switch (element) {
            case "InstdAmt" -> amount(new BigDecimal(text));
            case "ChrgBr" -> when(sepa && !text.equals("SLEV"), "ChrgBr of a SEPA transfer must be SLEV.");
            case "AdrLine" -> Optional.of("AdrLine is not allowed; an address is structured.");
            default -> Optional.empty();
        };
    }

    private Optional<String> amount(BigDecimal amount) {
        if (amount.signum() <= 0) {
            return Optional.of("InstdAmt must be above zero.");
        }
        boolean beyond = amount.compareTo(MAX_SEPA_AMOUNT) > 0 || amount.scale() > SEPA_DECIMALS;
        return when(
                sepa && (beyond || !"EUR".equals(currency)),
                "InstdAmt of a SEPA transfer must be euros with two decimals, at most 999999999.99.");
    }

    private static Optional<String> account(String element, String text) {
        boolean wrong = (element.equals("IBAN") && !AccountRules.isIban(text))
                || (element.equals("BICFI") && !AccountRules.isBic(text));
        return when(wrong, element + " is not valid.");
    }

    /** The end of an element with children. */
    Optional<String> end(String element) {
        return switch (element) {
            case "PstlAdr" -> when(!town || !country, "PstlAdr must contain both TwnNm and Ctry.");
            case "CdtTrfTxInf" -> banks();
            default -> Optional.empty();
        };
    }

    private Optional<String> banks() {
        if (iban == null) {
            return Optional.empty();
        }
        return bic == null
                ? when(AccountRules.needsBic(iban), "CdtrAgt must have a BICFI, because CdtrAcct is outside SEPA.")
                : when(!AccountRules.agree(iban, bic), "CdtrAgt and CdtrAcct are of different countries.");
    }

    private static Optional<String> when(boolean broken, String rule) {
        return broken ? Optional.of(rule) : Optional.empty();
    }
}
