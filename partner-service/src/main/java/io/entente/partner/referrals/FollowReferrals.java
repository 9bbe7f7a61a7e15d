package io.entente.partner.referrals;

/** Follows the course of referrals by their events. */
public final class FollowReferrals {

    private final PartnerReferrals referrals;

    public FollowReferrals(PartnerReferrals referrals) {
        this.referrals = referrals;
    }

    /** @return whether the event changed anything; false if it was handled before */
    public boolean follow(ReferralProgress progress) {
        return referrals.change(progress.referralId(), known -> known.map(referral -> referral.after(progress))
                .orElseGet(() -> PartnerReferral.firstKnownBy(progress)));
    }
}
