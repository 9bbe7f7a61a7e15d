package io.entente.referral.partners;

import java.util.List;
import java.util.Optional;

/** The local copy of the program's partners. */
public interface KnownPartners {

    Optional<KnownPartner> find(String id);

    /** Partners of a name, however it is spaced and cased: at most two, enough to see that it is ambiguous. */
    List<KnownPartner> named(String name);

    /**
     * Keeps a partner as it is now.
     *
     * @return false where this version, or a later one, is known already
     */
    boolean keep(KnownPartner partner);

    /** Forgets a partner; false where there was none. */
    boolean erase(String id);
}
