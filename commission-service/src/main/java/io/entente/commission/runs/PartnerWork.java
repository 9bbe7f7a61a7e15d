package io.entente.commission.runs;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.runs.PartnerRun.Kind;

/** What a run does. Done again for the same partner it must change nothing. */
public interface PartnerWork {

    boolean does(Kind kind);

    /** Does the work for one partner and says how many things came of it. */
    int work(PartnerRun run, PartnerId partner);

    /** All partners are done; called again where an instance died right here. */
    default void done(PartnerRun run) {}
}
