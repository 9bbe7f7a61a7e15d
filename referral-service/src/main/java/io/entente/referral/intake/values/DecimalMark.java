package io.entente.referral.intake.values;

/** The decimal mark of amounts. */
public enum DecimalMark {
    POINT('.'),
    COMMA(',');

    private final char mark;

    DecimalMark(char mark) {
        this.mark = mark;
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
