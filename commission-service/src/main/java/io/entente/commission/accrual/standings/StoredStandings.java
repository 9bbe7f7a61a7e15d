package io.entente.commission.accrual.standings;

import io.entente.commission.partners.PartnerId;

/**
 * Stores the standings that were added up: one for each client of a partner, and one for each referral of the
 * client. They can be computed again from the ledger, so losing them costs only time.
 */
public interface StoredStandings {

    /** Returns the standing of a client, or {@link ClientStanding#NONE}. */
    ClientStanding client(PartnerId partner, String clientKey);

    /** Returns the standing of a referral, or {@link ReferralStanding#NONE}. */
    ReferralStanding referral(PartnerId partner, String clientKey, String referralId);

    /** Stores the standing of a client, unless a standing further along the chain is stored. */
    void put(PartnerId partner, String clientKey, ClientStanding standing);

    /** Stores the standing of a referral, unless a standing further along the chain is stored. */
    void put(PartnerId partner, String clientKey, String referralId, ReferralStanding standing);
}
