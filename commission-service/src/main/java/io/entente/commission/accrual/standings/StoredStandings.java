package io.entente.commission.accrual.standings;

import io.entente.commission.partners.PartnerId;

/**
 * Stores the standings that were added up: of each client of a partner, of each referral of the client, and of each retainer. Each is
 * stored at several places of the chain, so that a question about the past costs the same as one about now. They can be computed again
 * from the ledger, so losing them costs only time.
 */
public interface StoredStandings {

    /** Returns the last standing of a client that is stored up to a transaction, or {@link ClientStanding#NONE}. */
    ClientStanding client(PartnerId partner, String clientKey, long number);

    /** Returns the last standing of a referral that is stored up to a transaction, or {@link ReferralStanding#NONE}. */
    ReferralStanding referral(PartnerId partner, String clientKey, String referralId, long number);

    /** Returns the last part of a client's standing that a retainer has and that is stored up to a transaction. */
    ClientStanding retainer(PartnerId partner, String clientKey, String dealId, long number);

    void putClient(PartnerId partner, String clientKey, ClientStanding standing);

    void putReferral(PartnerId partner, String clientKey, String referralId, ReferralStanding standing);

    void putRetainer(PartnerId partner, String clientKey, String dealId, ClientStanding standing);
}
