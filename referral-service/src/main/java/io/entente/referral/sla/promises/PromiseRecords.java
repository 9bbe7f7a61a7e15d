package io.entente.referral.sla.promises;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of how the firm kept its promises. */
public interface PromiseRecords {

    /** The maximum number of referrals that are read for one record, about 1 KiB each. */
    int MAX_REFERRALS = 10_000;

    /**
     * The record of the promises that the firm made to a partner on inbound referrals. It costs as much as the partner's referrals
     * since the start of the period, regardless of earlier ones and of other partners.
     *
     * @param author only the promises on referrals that this actor has submitted; null for all
     * @param to exclusive
     * @return empty if the period has more than {@link #MAX_REFERRALS} referrals
     */
    Optional<PromiseRecord> of(String partnerId, @Nullable String author, Instant from, Instant to);
}
