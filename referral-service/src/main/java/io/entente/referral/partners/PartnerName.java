package io.entente.referral.partners;

import java.text.Normalizer;
import java.util.Locale;

/** A partner's name as it is looked up: two spellings that differ in spaces or case are one name. */
public final class PartnerName {

    private PartnerName() {}

    public static String keyOf(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
