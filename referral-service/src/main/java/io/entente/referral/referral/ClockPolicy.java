package io.entente.referral.referral;

import io.entente.referral.partners.Direction;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.sla.Promises;
import io.entente.referral.sla.SlaClocks;
import io.entente.referral.sla.SlaRun;

/** Decides which clocks of a referral a command starts, pauses and ends. */
public interface ClockPolicy {

    /** The clocks of a new referral; imported history starts none. */
    SlaClocks onSubmission(Direction direction, Occurrence now, Promises promises);

    /** Applies a command that leads a referral to a state to the clocks of the referral. */
    void apply(
            SlaRun run,
            Referral before,
            ReferralCommand command,
            ReferralStatus next,
            Occurrence now,
            Promises promises);
}
