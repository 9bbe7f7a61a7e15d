package io.entente.referral.program;

import io.entente.platform.domain.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a partner must be able to say of a client before it refers it: whoever can't answer the basic questions shouldn't refer
 * (program guide, "Managing referrals").
 */
public record QualificationChecklist(List<Question> questions) {

    /** Questions in the checklist: a submission takes a minute. */
    public static final int MAX_QUESTIONS = 50;

    public QualificationChecklist {
        questions = List.copyOf(questions);
    }

    /**
     * What is wrong with a submission's answers, each with its question.
     *
     * @param answers by the questions' ids, none blank
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
                .forEach(id -> faults.add(new FieldError("answers." + id, "is no question of the checklist")));
        return faults;
    }

    /** What is wrong with the checklist as a whole; each question's form is looked at where it comes in. */
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            String field = "questions[%d].".formatted(i);
            if (!ids.add(question.id())) {
                faults.add(new FieldError(field + "id", "is in the checklist before"));
            }
            if (!question.texts().containsKey("en")) {
                faults.add(new FieldError(field + "texts", "must have one in en"));
            }
            if ((question.kind() == Question.Kind.CHOICE) == question.choices().isEmpty()) {
                faults.add(new FieldError(field + "choices", "must be given for CHOICE, and only there"));
            }
        }
        return faults;
    }
}
