package io.entente.notification.templates;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The reason codes that have texts. The vocabulary is open: services and the program's own list of reasons may add codes at
 * any time.
 */
final class Reasons {

    static final String VOCABULARY = "reason";

    /** The form of {@code code} in the contracts. */
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    /** The code of a reason that is not in the list. The words beside it are shown instead. */
    private static final String OTHER = "OTHER";

    /** A test checks that every language has the same texts. */
    private static final Bundle TEXTS = Bundle.load(Language.REFERENCE);

    /** Codes by their English labels in the program's list. A service may send a label instead of the code. */
    private static final Map<String, String> BY_LABEL = TEXTS.keys().stream()
            .filter(key -> key.startsWith(VOCABULARY + "."))
            .map(key -> key.substring(VOCABULARY.length() + 1))
            .filter(code -> !code.equals(OTHER))
            .collect(Collectors.toUnmodifiableMap(code -> label(TEXTS.text(VOCABULARY + "." + code)), code -> code));

    private Reasons() {}

    /** The code if the words are a code or the label of one; empty if somebody wrote the words. */
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
