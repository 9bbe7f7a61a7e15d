package io.entente.referral.deals;

import io.entente.referral.referral.ReferralId;

/** Remembers for which deal an idempotency key was used, if the request also named the deal. */
public interface DealKeys {

    /**
     * Uses a key for a deal, or finds out what it was used for before. The same use again is passed: the first request may
     * have crashed before it stored the deal.
     *
     * @param name what the key stands for
     * @return the use that holds
     */
    Use use(String name, Use use);

    /** What a key was used for. */
    record Use(ReferralId referralId, String dealId) {}
}
