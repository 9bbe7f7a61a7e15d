package io.entente.commission.statements;

import io.entente.commission.partners.PartnerId;
import java.time.Instant;

/** How many referrals each partner sent, by quarter. */
public interface ReferralsReceived {

    /** Counts a referral; again changes nothing and is false. */
    boolean note(PartnerId partner, String referralId, Instant at);

    long count(PartnerId partner, Quarter quarter);
}
