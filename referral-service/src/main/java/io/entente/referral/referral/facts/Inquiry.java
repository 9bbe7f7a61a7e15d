package io.entente.referral.referral.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked before a referral could be decided, and what was answered.
 *
 * @param answers one for each question; empty until answered
 */
public record Inquiry(
        Instant askedAt,
        List<String> questions,
        @Nullable Instant answerDueAt,
        @Nullable Instant answeredAt,
        List<String> answers) {

    /** A referral that needs more rounds of questions than this should be talked about. */
    public static final int MAX_PER_REFERRAL = 20;

    /** Questions in one round. */
    public static final int MAX_QUESTIONS = 20;

    /** Characters of one question: with {@link #MAX_ANSWER_LENGTH} it keeps a referral's document far from 16 MiB. */
    public static final int MAX_QUESTION_LENGTH = 500;

    /** Characters of one answer. */
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

    /** What people write here may name people: it is printed nowhere. */
    @Override
    public String toString() {
        return "Inquiry[%d questions, asked %s, answered %s]".formatted(questions.size(), askedAt, answeredAt);
    }
}
