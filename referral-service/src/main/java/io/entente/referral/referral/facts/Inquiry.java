package io.entente.referral.referral.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round of questions that has to be answered before a referral can be decided.
 *
 * @param answers one for each question; empty until answered
 */
public record Inquiry(
        Instant askedAt,
        List<String> questions,
        @Nullable Instant answerDueAt,
        @Nullable Instant answeredAt,
        List<String> answers) {

    /** The maximum number of rounds for one referral. If more are needed, a conversation is better. */
    public static final int MAX_PER_REFERRAL = 20;

    /** The maximum number of questions in one round. */
    public static final int MAX_QUESTIONS = 20;

    /**
     * The maximum number of characters in one question. Together with {@link #MAX_ANSWER_LENGTH} it keeps a referral's
     * document far below 16 MiB.
     */
    public static final int MAX_QUESTION_LENGTH = 500;

    /** The maximum number of characters in one answer. */
    public static final int MAX_ANSWER_LENGTH = 2_000;

    public Inquiry {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
    }

    public boolean isOpen() {
        return answeredAt == null;
    }

    public Inquiry answered(List<String> given, Instant at) {
        return new Inquiry(askedAt, questions, answerDueAt, at, given);
    }

    /** Leaves out the questions and answers, because they may name people. */
    @Override
    public String toString() {
        return "Inquiry[%d questions, asked %s, answered %s]".formatted(questions.size(), askedAt, answeredAt);
    }
}
