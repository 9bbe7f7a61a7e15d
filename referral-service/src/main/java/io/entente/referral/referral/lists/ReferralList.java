package io.entente.referral.referral.lists;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.referral.referral.Referral;

/** Finds referrals for people who look for them. */
public interface ReferralList {

    /** Returns a page of the referrals that a filter selects, in its order. */
    Page<Referral> list(ReferralFilter filter, PageRequest page);
}
