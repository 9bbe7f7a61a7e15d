package io.entente.referral.referral.commands;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Quantity;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.InformationProvided;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Inquiry;
import io.entente.referral.referral.facts.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers the open questions.
 *
 * @param answers one for each question, in the order of the questions
 */
public record ProvideInformation(List<String> answers) implements ReferralCommand {

    public ProvideInformation {
        answers = List.copyOf(answers);
    }

    @Override
    public CommandName name() {
        return CommandName.PROVIDE_INFORMATION;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        List<Inquiry> inquiries = referral.inquiries();
        return referral.status() == ReferralStatus.UNDER_REVIEW
                && !inquiries.isEmpty()
                && inquiries.get(inquiries.size() - 1).answers().equals(answers);
    }

    @Override
    public List<FieldError> badFields(Referral referral, Instant now) {
        int asked = referral.openInquiry().map(open -> open.questions().size()).orElse(0);
        return asked == answers.size()
                ? List.of()
                : List.of(new FieldError(
                        "answers", "must have %s, one for each question".formatted(Quantity.of(asked, "answer"))));
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        Referral referral = draft.referral();
        List<Inquiry> inquiries = new ArrayList<>(referral.inquiries());
        int last = inquiries.size() - 1;
        inquiries.set(last, inquiries.get(last).answered(answers, now.at()));
        draft.inquiries(inquiries);
        return new Effect.Published(new InformationProvided(now, referral.responseDueAt()));
    }

    /** Leaves out the answers, because they may name people. */
    @Override
    public String toString() {
        return "ProvideInformation[%d answers]".formatted(answers.size());
    }
}
