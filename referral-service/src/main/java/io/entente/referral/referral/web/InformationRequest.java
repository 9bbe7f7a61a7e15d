package io.entente.referral.referral.web;

import io.entente.referral.referral.commands.RequestInformation;
import io.entente.referral.referral.facts.Inquiry;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals/{id}/request-information}. */
record InformationRequest(
        @NotEmpty @Size(max = Inquiry.MAX_QUESTIONS)
                List<@NotBlank @Size(max = Inquiry.MAX_QUESTION_LENGTH) String> questions,
        @Nullable Instant answerDueAt) {

    RequestInformation toCommand() {
        return new RequestInformation(questions.stream().map(String::strip).toList(), answerDueAt);
    }
}
