package io.entente.referral.deals;

import io.entente.referral.referral.ReferralId;

/** Who holds which deal id: an id stands for one deal in the whole program. */
public interface DealIds {

    /**
     * Claims a name for a deal of a referral, or finds who claimed it before. The same claim again is passed: its first
     * writer may have crashed before it wrote the deal.
     *
     * @param name a deal id, or what a caller's key stands for
     * @return the claim that holds
     */
    Claim claim(String name, Claim claim);

    /** What a name stands for. */
    record Claim(ReferralId referralId, String dealId) {}
}
