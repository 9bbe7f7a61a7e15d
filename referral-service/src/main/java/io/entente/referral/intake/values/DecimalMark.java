package io.entente.referral.intake.values;

/** The decimal mark of amounts. */
public enum DecimalMark {
    POINT('.', "point"),
    COMMA(',', "comma");

    private final char mark;
    private final String words;

    DecimalMark(char mark, String words) {
        this.mark = mark;
        this.words = words;
    }

    String inWords() {
        return words;
    }

    char mark() {
        return mark;
    }

    DecimalMark other() {
        return this == POINT ? COMMA : POINT;
    }

    static DecimalMark of(char mark) {
        return mark == POINT.mark ? POINT : COMMA;
    }
}
