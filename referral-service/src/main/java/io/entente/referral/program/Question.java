package io.entente.referral.program;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a partner is asked before it refers a client.
 *
 * @param texts the question, by language; English always
 * @param choices what may be answered, where the kind is CHOICE
 * @param required whether a referral is refused without an answer
 */
public record Question(String id, Map<String, String> texts, Kind kind, List<String> choices, boolean required) {

    /** Characters of an answer in free words. */
    public static final int MAX_ANSWER_LENGTH = 2_000;

    public Question {
        texts = Map.copyOf(texts);
        choices = List.copyOf(choices);
    }

    /** What an answer looks like. */
    public enum Kind {
        TEXT,
        /** {@code yes} or {@code no}. */
        YES_NO,
        CHOICE
    }

    /** What is wrong with an answer; empty where nothing is. */
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
