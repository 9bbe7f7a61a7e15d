package io.entente.platform.names;

import java.util.Set;

/** Words for "and" in normalised names. {@code &} and {@code +} have become {@code and} there. */
final class AndWords {

    /** Can be nothing else, even in a key. The others can also be a letter, a name or a word with another meaning. */
    private static final Set<String> UNMISTAKABLE = Set.of("and", "und");

    /**
     * German, Spanish, Portuguese, Italian, French, Malay, Swedish, Danish, Dutch, Polish, Czech, Hungarian, Turkish, Finnish,
     * Latvian, Lithuanian, Romanian, Vietnamese, Slovenian, Russian, Ukrainian, Greek, Arabic, Thai.
     */
    private static final Set<String> ALL = Set.of(
            "and", "und", "u", "y", "e", "ed", "et", "dan", "och", "og", "en", "i", "a", "es", "ve", "ja", "un", "ir",
            "si", "va", "in", "и", "і", "та", "και", "و", "และ");

    private AndWords() {}

    static boolean contains(String word) {
        return ALL.contains(word);
    }

    static boolean isUnmistakable(String word) {
        return UNMISTAKABLE.contains(word);
    }
}
