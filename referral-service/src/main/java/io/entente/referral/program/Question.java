package io.entente.referral.program;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question that a partner answers before it refers a client.
 *
 * @param texts the question, by language; English is always present
 * @param choices the possible answers if the kind is CHOICE
 * @param required whether a referral without an answer is refused
 */
public record Question(String id, Map<String, String> texts, Kind kind, List<String> choices, boolean required) {

    /** The maximum number of characters of a free-text answer. */
    public static final int MAX_ANSWER_LENGTH = 2_000;

    public Question {
        texts = Map.copyOf(texts);
        choices = List.copyOf(choices);
    }

    /** The kind of answer that a question expects. */
    public enum Kind {
        TEXT,
        /** {@code yes} or {@code no}. */
        YES_NO,
        CHOICE
    }

    /** The error in an answer; empty if it is valid. */
    Optional<String> fault(String answer) {
        List<String> allowed =
                switch (kind) {
                    case TEXT -> List.of();
                    case YES_NO -> List.of("yes", "no");
                    case CHOICE -> choices;
                };
        if (kind == Kind.TEXT) {
            return answer.length() <= MAX_ANSWER_LENGTH
                    ? Optional.empty()
                    : Optional.of("must have at most %d characters".formatted(MAX_ANSWER_LENGTH));
        }
        return allowed.contains(answer)
                ? Optional.empty()
                : Optional.of("must be one of " + String.join(", ", allowed));
    }
}
