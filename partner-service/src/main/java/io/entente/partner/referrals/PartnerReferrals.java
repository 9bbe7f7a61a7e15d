package io.entente.partner.referrals;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Stores the referrals of partners. */
public interface PartnerReferrals {

    Optional<PartnerReferral> find(String id);

    /**
     * The open referrals of a partner, the oldest first.
     *
     * @param limit at most so many
     */
    List<PartnerReferral> open(String partnerId, int limit);

    /**
     * Changes a referral or adds it. If another write comes in between, the change is decided again.
     *
     * @param decide gets empty if the referral isn't known, and returns the same referral if nothing changes
     * @return whether anything changed
     */
    boolean change(String id, Function<Optional<PartnerReferral>, PartnerReferral> decide);
}
