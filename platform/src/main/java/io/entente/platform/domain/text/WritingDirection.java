package io.entente.platform.domain.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Checks that each line closes the directions of writing that it opens, and no others. An open one would reorder the words that a
 * page or a message shows after the text.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings">UAX 9: embeddings and isolates</a>
 */
public final class WritingDirection {

    private static final String EMBEDDINGS = "\u202A\u202B";
    private static final char END_OF_EMBEDDING = '\u202C';
    private static final String ISOLATES = "\u2066\u2067\u2068";
    private static final char END_OF_ISOLATE = '\u2069';
    private static final String END_OF_LINE = "\n\r\u2028\u2029";

    private WritingDirection() {}

    /** Says what is wrong with a text, for a message that follows the name of its field. */
    public static Optional<String> fault(String text) {
        Deque<Character> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char symbol = text.charAt(i);
            if (END_OF_LINE.indexOf(symbol) >= 0 && !open.isEmpty()) {
                break;
            }
            if (EMBEDDINGS.indexOf(symbol) >= 0 || ISOLATES.indexOf(symbol) >= 0) {
                open.push(symbol);
            } else if (isEnd(symbol) && (open.isEmpty() || end(open.pop()) != symbol)) {
                return Optional.of(
                        "must not end a direction of writing that it doesn't begin (U+%04X)".formatted((int) symbol));
            }
        }
        return Optional.ofNullable(open.peek())
                .map(begun -> "must end the direction of writing that it begins (U+%04X needs U+%04X on the same line)"
                        .formatted((int) begun, (int) end(begun)));
    }

    private static boolean isEnd(char symbol) {
        return symbol == END_OF_EMBEDDING || symbol == END_OF_ISOLATE;
    }

    private static char end(char begun) {
        return EMBEDDINGS.indexOf(begun) >= 0 ? END_OF_EMBEDDING : END_OF_ISOLATE;
    }
}
