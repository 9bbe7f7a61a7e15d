package io.entente.referral.intake.rows;

import io.entente.referral.referral.Referral;
import io.entente.referral.referral.facts.Client;

/** Claims the clients of referrals that imports write. An import takes clients that are free and opens no conflicts. */
public interface ImportedClients {

    /** Who has the client of a referral that is about to be written. */
    enum Holder {
        /** The referral itself, or nobody. */
        NO_OTHER,
        /** Another partner holds the client or a similar one, so a person has to accept the referral. */
        ANOTHER_PARTNER,
        /** The same partner, in another referral that is open. */
        SAME_PARTNER
    }

    /** Claims the client of a referral that is about to be written, if it is open or won and its protection hasn't ended. */
    Holder claim(Referral referral);

    /** Whether the partner of an open referral has the same client in another referral that is open and holds it. */
    boolean isRepeated(Referral referral);

    /** Whether another partner holds the client or a similar one. Claims nothing. */
    boolean isOfAnother(Referral referral);

    /** Whether referrals of two partners for these clients would be in conflict. */
    boolean areAlike(Client one, Client other);
}
