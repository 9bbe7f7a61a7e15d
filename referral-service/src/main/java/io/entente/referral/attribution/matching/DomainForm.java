package io.entente.referral.attribution.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Internet domains. Columns of domains also have addresses of pages and e-mail addresses, since people copy what they have.
 */
public final class DomainForm {

    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";

    /** A top-level domain has a letter: an IP address or an amount is no domain. */
    private static final String LAST_LABEL =
            "(?=[\\p{N}-]*\\p{L})[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])";

    private static final Pattern DOMAIN =
            Pattern.compile("(?:mailto:|(?:[a-z][a-z0-9+.-]*:)?//)?(?:[^@/?#\\s,;<>]*@)?(?:www\\.)?" + "((?:" + LABEL
                    + "\\.)+" + LAST_LABEL + ")\\.?(?:[:/?#].*)?");

    /** As mail programs write an address: {@code Ada Lovelace <ada@brightwater.example>}. */
    private static final Pattern IN_BRACKETS = Pattern.compile("[^<>@]*<([^<>]*)>");

    private static final char IDEOGRAPHIC_FULL_STOP = '\u3002';
    private static final int MAX_DOMAIN_CHARACTERS = 253;

    private DomainForm() {}

    /** The domain, from a domain, an address of a page or an e-mail address; null if the text is none of these. */
    public static @Nullable String read(String text) {
        String written = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace(IDEOGRAPHIC_FULL_STOP, '.')
                .toLowerCase(Locale.ROOT)
                .strip();
        Matcher brackets = IN_BRACKETS.matcher(written);
        Matcher matcher = DOMAIN.matcher(brackets.matches() ? brackets.group(1).strip() : written);
        return matcher.matches() && matcher.group(1).length() <= MAX_DOMAIN_CHARACTERS ? matcher.group(1) : null;
    }
}
