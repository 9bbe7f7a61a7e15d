package io.entente.commission.statements;

import io.entente.commission.partners.PartnerId;
import java.time.Instant;

/** Counts the referrals of each partner by quarter. */
public interface ReferralsReceived {

    /** Counts a referral. Returns false, and changes nothing, if it was counted before. */
    boolean note(PartnerId partner, String referralId, Instant at);

    long count(PartnerId partner, Quarter quarter);
}
