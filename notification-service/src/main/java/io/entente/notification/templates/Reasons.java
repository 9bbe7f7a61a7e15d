package io.entente.notification.templates;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The codes of reasons that have texts. The vocabulary is open: services, and the program's own list of reasons, may add words
 * at any time.
 */
final class Reasons {

    static final String VOCABULARY = "reason";

    /** As {@code code} of the contracts. */
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    /** The code of a reason that the list doesn't name: what was written counts. */
    private static final String OTHER = "OTHER";

    /** A test holds that the languages have the same texts. */
    private static final Bundle TEXTS = Bundle.load("en");

    /** Codes by how the program's own list calls them in English: a service may send that instead of the code. */
    private static final Map<String, String> BY_LABEL = TEXTS.keys().stream()
            .filter(key -> key.startsWith(VOCABULARY + "."))
            .map(key -> key.substring(VOCABULARY.length() + 1))
            .filter(code -> !code.equals(OTHER))
            .collect(Collectors.toUnmodifiableMap(code -> label(TEXTS.text(VOCABULARY + "." + code)), code -> code));

    private Reasons() {}

    /** The code that words stand for which nobody has written: a code itself, or the list's own words for one. */
    static Optional<String> codeOf(String words) {
        return CODE.matcher(words).matches() ? Optional.of(words) : Optional.ofNullable(BY_LABEL.get(label(words)));
    }

    private static String label(String words) {
        return words.strip().replaceFirst("\\.$", "").toLowerCase(Locale.ROOT);
    }

    static boolean isKnown(String code) {
        return !code.equals(OTHER) && TEXTS.has(VOCABULARY + "." + code);
    }
}
