package io.entente.referral.submission.web;

import io.entente.referral.submission.Inquiry;
import io.entente.referral.submission.ProvideInformation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** {@code POST /api/referrals/{id}/provide-information}. */
record AnswersRequest(
        @NotEmpty @Size(max = Inquiry.MAX_QUESTIONS)
                List<@NotBlank @Size(max = Inquiry.MAX_ANSWER_LENGTH) String> answers) {

    ProvideInformation toCommand() {
        return new ProvideInformation(answers.stream().map(String::strip).toList());
    }

    @Override
    public String toString() {
        return "AnswersRequest[withheld]";
    }
}
