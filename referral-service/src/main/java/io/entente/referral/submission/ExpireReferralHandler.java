package io.entente.referral.submission;

import io.entente.messaging.rest.Actor;
import io.entente.referral.submission.ReferralCommandHandler.Answer;
import java.time.Clock;
import java.util.Optional;

/** Ends referrals whose protection has run out: for the sweep that finds them. */
public final class ExpireReferralHandler {

    private final ReferralCommandHandler commands;
    private final Clock clock;

    public ExpireReferralHandler(ReferralCommandHandler commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Expires a referral, once however often it is asked.
     *
     * @return refused where it is protected for longer by now, or was decided otherwise; empty where there is none
     */
    public Optional<Answer> handle(ReferralId id) {
        return commands.handle(id, new ExpireReferral(clock.instant()), Actor.SYSTEM, anyVersion -> {});
    }
}
