package io.entente.commission.partners;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the known partners and says how to address them. */
public interface PartnerDirectory {

    /**
     * Returns up to {@code count} partners, sorted by id.
     *
     * @param after only partners after this id; null to start with the first
     */
    List<PartnerId> ids(@Nullable String after, int count);

    /** Returns how to address a partner; empty if its profile doesn't say, or if its personal data was erased. */
    Optional<Addressee> addressee(PartnerId id);

    /** Erases the partner's personal data. Tiers and model stay. */
    void erase(PartnerId id);
}
