package io.entente.commission.commissions.selfreferral;

import io.entente.commission.commissions.CommissionId;
import java.util.Collection;

/** What follows if a person refuses the commission of a deal: the deal is none of the partner's, so it counts no more. */
public interface RefusedDeals {

    /**
     * Records that a deal and the payments on it count neither as deals nor as revenue of the partner. Repeating it changes nothing.
     *
     * @param commissions the ids of all commissions that the partner has or may have from the deal
     * @return whether it counted until then; false if the deal was reversed before, so that all of it is taken off already
     */
    boolean uncount(SelfReferralCase refused, Collection<CommissionId> commissions);

    /** Prices other deals again that earned more or less because of the deal or the payments on it. Repeating it changes nothing. */
    void follow(Collection<CommissionId> commissions);
}
