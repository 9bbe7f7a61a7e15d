package io.entente.referral.attribution.policy;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;

/** The program's policies on attribution, every version that ever was. */
public interface AttributionPolicies {

    /** The one in force now: of those whose day has come, the last. */
    AttributionPolicy inForce();

    Optional<AttributionPolicy> find(int version);

    /** In the order of their versions. */
    Page<AttributionPolicy> list(PageRequest page);

    /**
     * Adds a version after the last.
     *
     * @param policy its version is given here
     * @param fingerprint of the request: the same one as the last version's is that version, and adds nothing
     */
    AttributionPolicy add(AttributionPolicy policy, String fingerprint);
}
