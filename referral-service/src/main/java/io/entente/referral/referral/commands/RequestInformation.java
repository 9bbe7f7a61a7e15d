package io.entente.referral.referral.commands;

import io.entente.platform.domain.FieldError;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.InformationRequested;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Inquiry;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.sla.SlaKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks whoever introduced the client for the information that the decision needs.
 *
 * @param questions at least one
 * @param answerDueAt when the answer is due; absent if the program's policy says so
 */
public record RequestInformation(List<String> questions, @Nullable Instant answerDueAt) implements ReferralCommand {

    /** A question that may stay open for longer is a question that nobody waits for. */
    private static final Duration LONGEST = Duration.ofDays(366);

    public RequestInformation {
        questions = List.copyOf(questions);
    }

    @Override
    public CommandName name() {
        return CommandName.REQUEST_INFORMATION;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return referral.openInquiry()
                .map(open -> open.questions().equals(questions))
                .orElse(false);
    }

    @Override
    public List<FieldError> badFields(Referral referral, Instant now) {
        if (answerDueAt == null) {
            return List.of();
        }
        if (answerDueAt.isBefore(now)) {
            return List.of(new FieldError("answerDueAt", "must not be in the past"));
        }
        return answerDueAt.isAfter(now.plus(LONGEST))
                ? List.of(new FieldError("answerDueAt", "must be within %d days".formatted(LONGEST.toDays())))
                : List.of();
    }

    @Override
    public Optional<String> refusal(Referral referral) {
        return referral.inquiries().size() < Inquiry.MAX_PER_REFERRAL
                ? Optional.empty()
                : Optional.of(
                        "The referral was asked %d times, which is the maximum. Decide with the information you have."
                                .formatted(Inquiry.MAX_PER_REFERRAL));
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        Instant dueAt = answerDueAt == null ? draft.referral().clocks().dueAt(SlaKind.PARTNER_FOLLOW_UP) : answerDueAt;
        Inquiry asked = new Inquiry(now.at(), questions, dueAt, null, List.of());
        draft.inquiries(ReferralDraft.and(draft.referral().inquiries(), asked));
        return new Effect.Published(new InformationRequested(now, questions, dueAt));
    }
}
