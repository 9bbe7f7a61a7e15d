package io.entente.referral.referral;

import java.util.List;
import java.util.Map;

/**
 * Converts the deals that earlier versions of the service embedded in the referral's document. The store calls it when
 * it reads such a document, before the referral is used.
 */
@FunctionalInterface
public interface EmbeddedDeals {

    /**
     * Stores each deal as a document of its own. A deal that was already converted stays as it is.
     *
     * @param deals the stored form of the deals, by the names of their fields
     */
    void takeOver(ReferralId referralId, String partnerId, List<? extends Map<String, Object>> deals);
}
