package io.entente.commission.partners;

/** Hears of each profile that the service has learned. */
public interface LearnedProfiles {

    /** A profile was stored. It can be called again with the same profile. */
    void learned(PartnerProfile profile);
}
