package io.entente.commission.deals;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Consent by referral, and the deals that wait for it. */
public interface ReferralFiles {

    /** Notes that a deal of a referral may wait for consent. */
    void addDeal(String referralId, String dealId);

    /**
     * Puts on record what the client was told and agreed to.
     *
     * @param sequence number of the referral's event; what came later stays
     */
    void record(String referralId, Consent consent, long sequence);

    Optional<ReferralFile> find(String referralId);

    /**
     * What is on record of a referral.
     *
     * @param consent absent where none was recorded yet
     * @param deals that may wait for it
     */
    record ReferralFile(@Nullable Consent consent, List<String> deals) {}
}
