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

    private AccountRules() {}

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
        String ofIban = iban.substring(0, COUNTRY_CHARACTERS);
        String ofBic = bic.substring(BIC_COUNTRY_START, BIC_COUNTRY_START + COUNTRY_CHARACTERS);
        return ofIban.equals(ofBic)
                || TERRITORIES.getOrDefault(ofIban, Set.of()).contains(ofBic);
    }
}
