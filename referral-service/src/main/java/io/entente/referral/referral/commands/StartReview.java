package io.entente.referral.referral.commands;

import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.ReviewStarted;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Occurrence;

/** Begins the review of a referral. */
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
        return new Effect.Published(new ReviewStarted(now));
    }
}
