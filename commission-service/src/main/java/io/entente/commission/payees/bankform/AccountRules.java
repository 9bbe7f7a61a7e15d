package io.entente.commission.payees.bankform;

import java.util.Map;
import java.util.Set;
import org.iban4j.BicFormatException;
import org.iban4j.BicUtil;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/** Checks IBANs and BICs. The library's messages contain the account, so they never leave this class. */
public final class AccountRules {

    private static final int BIC_COUNTRY_START = 4;
    private static final int COUNTRY_CHARACTERS = 2;

    /** Territories whose banks have a country of their own in the BIC and the IBAN of another one (ISO 13616 registry). */
    private static final Map<String, Set<String>> TERRITORIES = Map.of(
            "FR", Set.of("GF", "GP", "MQ", "RE", "PF", "TF", "YT", "NC", "BL", "MF", "PM", "WF"),
            "GB", Set.of("IM", "JE", "GG"),
            "FI", Set.of("AX"));

    /**
     * The countries of SEPA by the first letters of their IBANs. Only there an IBAN alone says which bank is meant.
     *
     * @see <a href="https://www.europeanpaymentscouncil.eu/document-library/other/epc-list-sepa-scheme-countries">EPC409-09</a>
     */
    private static final Set<String> SEPA = Set.of(
            "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GI", "GR", "HR",
            "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO",
            "RS", "SE", "SI", "SK", "SM", "VA");

    private AccountRules() {}

    /** Whether a transfer to an IBAN needs the BIC of its bank, because the account is outside SEPA. */
    public static boolean needsBic(String iban) {
        return !SEPA.contains(country(iban));
    }

    /** The country of a valid IBAN. */
    public static String country(String iban) {
        return iban.substring(0, COUNTRY_CHARACTERS);
    }

    public static boolean isIban(String text) {
        try {
            IbanUtil.validate(text);
            return true;
        } catch (Iban4jException | IllegalArgumentException wrong) {
            return false;
        }
    }

    public static boolean isBic(String text) {
        try {
            BicUtil.validate(text);
            return true;
        } catch (BicFormatException | IllegalArgumentException wrong) {
            return false;
        }
    }

    /** Whether a valid IBAN and a valid BIC name the same country. */
    public static boolean agree(String iban, String bic) {
        String ofIban = country(iban);
        String ofBic = bic.substring(BIC_COUNTRY_START, BIC_COUNTRY_START + COUNTRY_CHARACTERS);
        return ofIban.equals(ofBic)
                || TERRITORIES.getOrDefault(ofIban, Set.of()).contains(ofBic);
    }
}
