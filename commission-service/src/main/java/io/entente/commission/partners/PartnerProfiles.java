package io.entente.commission.partners;

import java.util.Collection;
import java.util.Optional;

/** The local copy of the partners' profiles. */
public interface PartnerProfiles {

    /** Finds the profile of a partner. It may be some seconds behind what another instance has stored. */
    Optional<PartnerProfile> find(PartnerId id);

    /** Reads many profiles at once, so that {@link #find} doesn't read them one by one. */
    default void prefetch(Collection<PartnerId> ids) {}

    /**
     * Stores a profile, unless a newer one is stored.
     *
     * @return false if the same or a newer version was stored already
     */
    boolean learn(PartnerProfile profile);
}
