package io.entente.referral.deals;

import io.entente.referral.referral.ReferralId;

/** Remembers for which deal an idempotency key was used, if the request also named the deal. */
public interface DealKeys {

    /**
     * Records that a key is used for a deal, or returns its earlier use. A repetition of the same use is allowed,
     * because the first request may have crashed before it stored the deal.
     *
     * @param name the name under which the key is stored
     * @return the use that is stored under this name
     */
    Use use(String name, Use use);

    /** The deal for which a key was used. */
    record Use(ReferralId referralId, String dealId) {}
}
