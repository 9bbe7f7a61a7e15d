package io.entente.referral.partners;

import java.text.Normalizer;
import java.util.Locale;

/** A partner's name in the form in which it is looked up. Two names that differ only in spaces or case are the same. */
public final class PartnerName {

    private PartnerName() {}

    public static String keyOf(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
