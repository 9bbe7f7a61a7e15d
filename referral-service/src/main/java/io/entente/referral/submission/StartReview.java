package io.entente.referral.submission;

import io.entente.referral.submission.ReferralEvent.ReviewStarted;

/**
 * Somebody begins to look at a referral.
 */
public record StartReview() implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.REVIEW;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return referral.status() == ReferralStatus.UNDER_REVIEW;
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        return new Effect.Told(new ReviewStarted(now));
    }
}
