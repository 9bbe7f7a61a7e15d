package io.entente.referral.referral;

import io.entente.referral.partners.Direction;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.sla.Promises;
import io.entente.referral.sla.SlaClocks;
import io.entente.referral.sla.SlaRun;

/** Decides which clocks of a referral a command starts, pauses and ends. */
public interface ClockPolicy {

    /** Returns the clocks of a new referral. Imported history starts none. */
    SlaClocks onSubmission(Direction direction, Occurrence now, Promises promises);

    /** Starts the clocks that a referral owes from its import on. */
    void afterImport(SlaRun run, Referral imported, Promises promises);

    /** Changes the clocks of a referral for a command and the state that it leads to. */
    void apply(
            SlaRun run,
            Referral before,
            ReferralCommand command,
            ReferralStatus next,
            Occurrence now,
            Promises promises);
}
