package io.entente.referral.partners;

import java.util.List;
import java.util.Optional;

/** Stores the local copy of the program's partners. */
public interface KnownPartners {

    Optional<KnownPartner> find(String id);

    /**
     * The partners with a name, regardless of spaces and case: at most two, which is enough to see that the name is
     * ambiguous.
     */
    List<KnownPartner> named(String name);

    /**
     * Stores the current state of a partner.
     *
     * @return false if this version, or a later one, is stored already
     */
    boolean keep(KnownPartner partner);

    /** Removes a partner. Returns false if there was none. */
    boolean erase(String id);
}
