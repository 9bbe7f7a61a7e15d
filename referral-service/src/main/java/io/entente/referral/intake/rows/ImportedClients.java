package io.entente.referral.intake.rows;

import io.entente.referral.referral.Referral;

/** Claims the clients of referrals that imports write. An import takes clients that are free and opens no conflicts. */
public interface ImportedClients {

    /**
     * Claims the client of a referral that is about to be written, if it is open or won and its protection hasn't ended.
     *
     * @return whether another partner holds the client or a similar one, so that a person has to accept this referral
     */
    boolean isHeldByAnother(Referral referral);

    /** Whether the partner of an open referral has the same client in another referral that is open and holds it. */
    boolean isRepeated(Referral referral);

    /** Whether another partner holds the client or a similar one. Claims nothing. */
    boolean isOfAnother(Referral referral);
}
