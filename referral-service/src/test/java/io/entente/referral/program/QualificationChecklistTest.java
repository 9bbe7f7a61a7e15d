package io.entente.referral.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.FieldError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualificationChecklistTest {

    private static final QualificationChecklist CHECKLIST = new QualificationChecklist(List.of(
            new Question("budget-owner", Map.of("en", "Who owns the budget?"), Question.Kind.TEXT, List.of(), true),
            new Question("knows-us", Map.of("en", "Does it know us?"), Question.Kind.YES_NO, List.of(), true),
            new Question(
                    "size", Map.of("en", "How large is it?"), Question.Kind.CHOICE, List.of("small", "large"), false)));

    @Test
    void an_answered_checklist_has_no_fault() {
        assertThat(CHECKLIST.check(Map.of("budget-owner", "The head of finance", "knows-us", "no")))
                .isEmpty();
        assertThat(CHECKLIST.check(Map.of("budget-owner", "X", "knows-us", "yes", "size", "small")))
                .isEmpty();
    }

    @Test
    void each_missing_wrong_and_unknown_answer_is_named() {
        assertThat(CHECKLIST.check(Map.of("knows-us", "perhaps", "size", "huge", "colour", "blue")))
                .containsExactly(
                        new FieldError("answers.budget-owner", "must be answered: Who owns the budget?"),
                        new FieldError("answers.knows-us", "must be one of yes, no"),
                        new FieldError("answers.size", "must be one of small, large"),
                        new FieldError("answers.colour", "must be a question of the checklist"));
    }

    @Test
    void an_answer_has_a_bound() {
        String longest = "x".repeat(Question.MAX_ANSWER_LENGTH);

        assertThat(CHECKLIST.check(Map.of("budget-owner", longest, "knows-us", "no")))
                .isEmpty();
        assertThat(CHECKLIST.check(Map.of("budget-owner", longest + "x", "knows-us", "no")))
                .hasSize(1);
    }

    @Test
    void an_empty_checklist_asks_nothing() {
        assertThat(new QualificationChecklist(List.of()).check(Map.of())).isEmpty();
    }

    @Test
    void a_checklist_that_can_not_be_asked_is_named_by_its_faults() {
        QualificationChecklist faulty = new QualificationChecklist(List.of(
                new Question("a", Map.of("de", "Wer?"), Question.Kind.TEXT, List.of("x"), true),
                new Question("a", Map.of("en", "Who?"), Question.Kind.CHOICE, List.of(), true)));

        assertThat(faulty.faults())
                .extracting(FieldError::field)
                .containsExactly(
                        "questions[0].texts", "questions[0].choices", "questions[1].id", "questions[1].choices");
        assertThat(CHECKLIST.faults()).isEmpty();
    }
}
