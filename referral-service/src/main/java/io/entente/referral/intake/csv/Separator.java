package io.entente.referral.intake.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The character between two values of a row. */
public enum Separator {
    /** The candidate that occurs most often in the header. */
    AUTO(','),
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|');

    private static final Pattern NAMING =
            Pattern.compile("\\x{FEFF}?\"?sep=([^\\p{Alnum}\"])\"?", Pattern.CASE_INSENSITIVE);

    private final char character;

    Separator(char character) {
        this.character = character;
    }

    /**
     * The separator that the first line of a file names, as Excel writes it: {@code sep=;}.
     *
     * @return AUTO if the line names none that is known
     */
    static Separator named(String line) {
        Matcher named = NAMING.matcher(line);
        return !named.matches()
                ? AUTO
                : Stream.of(COMMA, SEMICOLON, TAB, PIPE)
                        .filter(separator -> named.group(1).charAt(0) == separator.character)
                        .findFirst()
                        .orElse(AUTO);
    }

    /** Whether a line names the separator instead of being one of the table. */
    static boolean isNaming(String line) {
        return NAMING.matcher(line).matches();
    }

    char character() {
        return character;
    }
}
