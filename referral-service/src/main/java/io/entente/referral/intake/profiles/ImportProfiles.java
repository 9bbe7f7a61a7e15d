package io.entente.referral.intake.profiles;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;

/** Stores mapping profiles, each with all its versions. */
public interface ImportProfiles {

    /** The version in use. */
    Optional<ImportProfile> latest(String code);

    Optional<ImportProfile> find(String code, int version);

    /** The version in use of each profile, in the order of their codes. */
    Page<ImportProfile> list(PageRequest page);

    /**
     * Stores the next version of a profile.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another version with this number was stored in the
     *     meantime
     */
    void add(ImportProfile next);
}
