package io.entente.referral.intake.profiles;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Internet domains. */
final class DomainForm {

    private static final Pattern DOMAIN = Pattern.compile("(?:https?://)?(?:www\\.)?"
            + "((?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]))"
            + "(?:[:/?#].*)?");
    private static final int MAX_DOMAIN_CHARACTERS = 253;

    private DomainForm() {}

    /** The domain, from a domain or a web address; null if the text is neither. */
    static @Nullable String read(String text) {
        Matcher matcher = DOMAIN.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.matches() && matcher.group(1).length() <= MAX_DOMAIN_CHARACTERS ? matcher.group(1) : null;
    }
}
