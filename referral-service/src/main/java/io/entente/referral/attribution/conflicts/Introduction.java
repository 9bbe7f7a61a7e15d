package io.entente.referral.attribution.conflicts;

import io.entente.referral.attribution.matching.ClientIdentity;
import java.time.Instant;

/**
 * A partner's introduction of a client, in a referral.
 *
 * @param referralId the referral, which may not have been written yet
 * @param at when it was submitted
 */
public record Introduction(String referralId, String partnerId, ClientIdentity client, Instant at) {

    public boolean isOf(Introduction other) {
        return referralId.equals(other.referralId);
    }

    public boolean isByPartnerOf(Introduction other) {
        return partnerId.equals(other.partnerId);
    }
}
