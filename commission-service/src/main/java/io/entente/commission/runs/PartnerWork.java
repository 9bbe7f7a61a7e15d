package io.entente.commission.runs;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.runs.PartnerRun.Kind;

/** The work of a run. Repeating it for the same partner must change nothing. */
public interface PartnerWork {

    boolean does(Kind kind);

    /** Does the work for one partner and returns the number of results. */
    int work(PartnerRun run, PartnerId partner);

    /** Called when all partners are done. It is called again if an instance died during the call. */
    default void done(PartnerRun run) {}
}
