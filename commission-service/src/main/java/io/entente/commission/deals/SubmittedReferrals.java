package io.entente.commission.deals;

import io.entente.commission.partners.PartnerId;
import java.time.LocalDate;
import java.util.List;

/** Which referrals partners handed in: what conversion tiers ask. */
public interface SubmittedReferrals {

    /** Remembers a referral, once. */
    void add(PartnerId partner, Submitted referral);

    /** A partner's referrals handed in within some days, both included. */
    List<Submitted> within(PartnerId partner, LocalDate from, LocalDate to);

    /** A referral handed in. */
    record Submitted(String referralId, String clientKey, LocalDate on) {}
}
