package io.entente.commission.partners;

import java.util.Collection;
import java.util.Optional;

/** The local copy of the partners' profiles. */
public interface PartnerProfiles {

    /** A partner's profile; may lag a second behind what another instance has stored. */
    Optional<PartnerProfile> find(PartnerId id);

    /** Reads many profiles together, so that {@link #find} doesn't read them one by one. */
    default void prefetch(Collection<PartnerId> ids) {}

    /**
     * Stores a profile, unless a newer one is stored.
     *
     * @return false where that one, or a newer, was known
     */
    boolean learn(PartnerProfile profile);
}
