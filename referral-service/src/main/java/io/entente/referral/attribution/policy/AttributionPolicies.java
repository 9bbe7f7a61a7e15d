package io.entente.referral.attribution.policy;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;

/** Stores all versions of the program's attribution policy. */
public interface AttributionPolicies {

    /** The version in force now: the last one whose first day has come. */
    AttributionPolicy inForce();

    Optional<AttributionPolicy> find(int version);

    /** All versions in order. */
    Page<AttributionPolicy> list(PageRequest page);

    /**
     * Adds a version after the last one.
     *
     * @param policy the new version; its number is assigned here
     * @param fingerprint of the request; if it is that of the last version, nothing is added and the last version is returned
     */
    AttributionPolicy add(AttributionPolicy policy, String fingerprint);
}
