package io.entente.referral.clocks;

import io.entente.referral.sla.Promises;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores the escalated clocks of partners. */
public interface EscalatedClocks {

    /**
     * Finds the referrals of a partner with a missed promise that is still owed, in the order of their ids.
     *
     * @param openKey the kind and state of the clock
     * @param after only referrals with a greater id; null for the first ones
     */
    List<String> of(String partnerId, String openKey, @Nullable String after, int limit);

    /**
     * Lets the clocks of a referral follow the team of its partner, in one write with the events. If another writer came first, that
     * writer or the next call does it.
     */
    void follow(String referralId, Promises promises, Instant now);
}
