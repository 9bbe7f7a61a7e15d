package io.entente.commission.deals;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records consent by referral, and the deals that may wait for it. */
public interface ReferralFiles {

    /** Registers a deal of a referral that may wait for consent. */
    void addDeal(String referralId, String dealId);

    /**
     * Records what the client was told and agreed to.
     *
     * @param sequence number of the referral's event; a record from a later event is not overwritten
     */
    void record(String referralId, Consent consent, long sequence);

    Optional<ReferralFile> find(String referralId);

    /**
     * What is known about a referral.
     *
     * @param consent null if none has been recorded yet
     * @param deals deals that may wait for consent
     */
    record ReferralFile(@Nullable Consent consent, List<String> deals) {}
}
