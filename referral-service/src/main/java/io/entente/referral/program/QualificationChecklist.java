package io.entente.referral.program;

import io.entente.platform.domain.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The questions that a partner answers before it refers a client. A partner that can't answer the basic questions shouldn't
 * refer the client (program guide, "Managing referrals").
 */
public record QualificationChecklist(List<Question> questions) {

    /** The maximum number of questions in the checklist, so that a submission takes a minute. */
    public static final int MAX_QUESTIONS = 50;

    public QualificationChecklist {
        questions = List.copyOf(questions);
    }

    /**
     * The errors in a submission's answers, each with its question.
     *
     * @param answers by the ids of the questions, none of them blank
     */
    public List<FieldError> check(Map<String, String> answers) {
        List<FieldError> faults = new ArrayList<>();
        for (Question question : questions) {
            String answer = answers.get(question.id());
            Optional<String> fault = answer == null
                    ? Optional.of("must be answered: " + question.texts().getOrDefault("en", question.id()))
                            .filter(missing -> question.required())
                    : question.fault(answer);
            fault.ifPresent(what -> faults.add(new FieldError("answers." + question.id(), what)));
        }
        answers.keySet().stream()
                .filter(id ->
                        questions.stream().noneMatch(question -> question.id().equals(id)))
                .sorted()
                .forEach(id -> faults.add(new FieldError("answers." + id, "must be a question of the checklist")));
        return faults;
    }

    /** The errors of the checklist as a whole. The form of each question is checked when the request is read. */
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            String field = "questions[%d].".formatted(i);
            if (!ids.add(question.id())) {
                faults.add(new FieldError(field + "id", "must be unique in the checklist"));
            }
            if (!question.texts().containsKey("en")) {
                faults.add(new FieldError(field + "texts", "must contain a text in English (en)"));
            }
            if ((question.kind() == Question.Kind.CHOICE) == question.choices().isEmpty()) {
                faults.add(new FieldError(
                        field + "choices", "must be present for the kind CHOICE and absent for any other kind"));
            }
        }
        return faults;
    }
}
