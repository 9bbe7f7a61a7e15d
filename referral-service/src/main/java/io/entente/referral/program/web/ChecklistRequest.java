package io.entente.referral.program.web;

import io.entente.platform.web.constraints.ProgramLanguage;
import io.entente.referral.program.QualificationChecklist;
import io.entente.referral.program.Question;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/qualification-checklist}: all questions that are asked from now on; may be empty. */
record ChecklistRequest(
        @NotNull @Size(max = QualificationChecklist.MAX_QUESTIONS) List<@NotNull @Valid QuestionRequest> questions) {

    record QuestionRequest(
            @NotNull
                    @Pattern(
                            regexp = "[a-z][a-z0-9-]{0,63}",
                            message = "must be lower-case letters, digits and hyphens, such as budget-owner")
                    String id,
            @NotEmpty Map<@ProgramLanguage String, @NotBlank @Size(max = 500) String> texts,
            @NotNull Question.Kind kind,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> choices,
            @NotNull Boolean required) {

        Question toQuestion() {
            return new Question(id, texts, kind, choices == null ? List.of() : choices, required);
        }
    }

    QualificationChecklist toChecklist() {
        return new QualificationChecklist(
                questions.stream().map(QuestionRequest::toQuestion).toList());
    }
}
