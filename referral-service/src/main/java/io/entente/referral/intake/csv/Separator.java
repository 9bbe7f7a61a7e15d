package io.entente.referral.intake.csv;

/** The character between two values of a row. */
public enum Separator {
    /** The candidate that occurs most often in the header. */
    AUTO(','),
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|');

    private final char character;

    Separator(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }
}
