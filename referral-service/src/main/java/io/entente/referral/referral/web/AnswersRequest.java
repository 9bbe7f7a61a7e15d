package io.entente.referral.referral.web;

import io.entente.referral.referral.commands.ProvideInformation;
import io.entente.referral.referral.facts.Inquiry;
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
