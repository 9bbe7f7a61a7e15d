package io.entente.referral.intake.profiles;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;

/** Where mapping profiles are kept, each with all its versions. */
public interface ImportProfiles {

    /** The version in use. */
    Optional<ImportProfile> latest(String code);

    Optional<ImportProfile> find(String code, int version);

    /** Each profile's version in use, in the order of their codes. */
    Page<ImportProfile> list(PageRequest page);

    /**
     * Stores a profile's next version.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another of that number was stored meanwhile
     */
    void add(ImportProfile next);
}
