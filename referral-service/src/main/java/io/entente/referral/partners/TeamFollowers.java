package io.entente.referral.partners;

/** Follows changes of the firm's people who look after a partner. */
public interface TeamFollowers {

    /**
     * Is called before and after a profile with another team is stored. It must be idempotent.
     *
     * @param now the partner with its new team
     */
    void teamChanged(KnownPartner now);
}
