package io.entente.referral.intake.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits the text of one row into values (RFC 4180). The text is given line by line, because a quoted value may contain line
 * breaks. A quotation mark counts only at the beginning of a value. White space after a closing quotation mark is ignored.
 */
final class RowText {

    private static final char QUOTE = '"';

    private final char separator;
    private final List<String> values = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private Place place = Place.START;

    RowText(char separator) {
        this.separator = separator;
    }

    private enum Place {
        /** Before the first character of a value. */
        START,
        /** In a value without quotation marks. */
        PLAIN,
        /** In a quoted value. */
        QUOTED,
        /** After a quotation mark in a quoted value: it ends the value unless another one follows. */
        AFTER_QUOTE,
        /** In white space after a quoted value. */
        ENDED
    }

    /** The state after some of the lines. */
    enum State {
        /** The row is complete. */
        COMPLETE,
        /** A quoted value is open, so the row continues on the next line. */
        OPEN,
        /** A closing quotation mark is followed by other text. */
        FAULTY
    }

    /** Adds a line without its line break. */
    State add(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (!accept(line.charAt(i))) {
                return State.FAULTY;
            }
        }
        if (place == Place.QUOTED) {
            return State.OPEN;
        }
        end();
        return State.COMPLETE;
    }

    /** Adds the line break within a quoted value. */
    void addBreak(String lineBreak) {
        value.append(lineBreak);
    }

    List<String> values() {
        return values;
    }

    private boolean accept(char next) {
        switch (place) {
            case QUOTED -> {
                if (next == QUOTE) {
                    place = Place.AFTER_QUOTE;
                } else {
                    value.append(next);
                }
                return true;
            }
            case AFTER_QUOTE -> {
                if (next == QUOTE) {
                    value.append(QUOTE);
                    place = Place.QUOTED;
                    return true;
                }
                return acceptAfterQuoted(next);
            }
            case ENDED -> {
                return acceptAfterQuoted(next);
            }
            default -> {
                acceptPlain(next);
                return true;
            }
        }
    }

    private boolean acceptAfterQuoted(char next) {
        if (next == separator) {
            end();
            return true;
        }
        place = Place.ENDED;
        return Character.isWhitespace(next);
    }

    private void acceptPlain(char next) {
        if (next == separator) {
            end();
        } else if (next == QUOTE && place == Place.START) {
            place = Place.QUOTED;
        } else {
            value.append(next);
            place = Place.PLAIN;
        }
    }

    private void end() {
        values.add(value.toString());
        value.setLength(0);
        place = Place.START;
    }

    /**
     * Splits a faulty line as it was most likely meant: a quotation mark closes a value only if the value ends there, and one that
     * nothing closes belongs to the text.
     */
    static List<String> guess(String line, char separator) {
        List<String> values = new ArrayList<>();
        int from = 0;
        while (from >= 0) {
            int close = from < line.length() && line.charAt(from) == QUOTE ? closing(line, from + 1, separator) : -1;
            int end = line.indexOf(separator, close < 0 ? from : close);
            String raw = line.substring(from, end < 0 ? line.length() : end);
            values.add(close < 0 ? raw : line.substring(from + 1, close).replace("\"\"", "\""));
            from = end < 0 ? -1 : end + 1;
        }
        return values;
    }

    /** The first quotation mark that is followed by a separator or by the end of the line. */
    private static int closing(String line, int from, char separator) {
        for (int quote = line.indexOf(QUOTE, from); quote >= 0; quote = line.indexOf(QUOTE, quote + 1)) {
            int next = quote + 1;
            while (next < line.length() && line.charAt(next) == ' ') {
                next++;
            }
            if (next == line.length() || line.charAt(next) == separator) {
                return quote;
            }
        }
        return -1;
    }
}
