package io.entente.commission.accrual;

import io.entente.commission.partners.PartnerId;

/**
 * Standings that were added up before: one for each client of a partner, and one for each of the client's referrals. Losing
 * all of them costs time, nothing else.
 */
public interface StoredStandings {

    /** A client's, or {@link ClientStanding#NONE}. */
    ClientStanding client(PartnerId partner, String clientKey);

    /** A referral's, or {@link ReferralStanding#NONE}. */
    ReferralStanding referral(PartnerId partner, String clientKey, String referralId);

    /** Stores a client's standing, unless one further along the chain is stored. */
    void put(PartnerId partner, String clientKey, ClientStanding standing);

    /** Stores a referral's standing, unless one further along the chain is stored. */
    void put(PartnerId partner, String clientKey, String referralId, ReferralStanding standing);
}
