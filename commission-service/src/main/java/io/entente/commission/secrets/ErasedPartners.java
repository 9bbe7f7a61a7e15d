package io.entente.commission.secrets;

import io.entente.commission.partners.PartnerId;
import java.time.Instant;
import java.util.List;

/** Remembers the partners whose data was erased, until their records can be erased too. */
public interface ErasedPartners {

    /**
     * Remembers a partner. If it is known already, the first time stands.
     *
     * @param recordsUntil when its records are to be erased
     */
    void add(PartnerId partner, Instant erasedAt, Instant recordsUntil);

    /** Partners whose records are to be erased. */
    List<PartnerId> due(Instant now, int count);

    /** Notes that the records of a partner are erased. */
    void recordsErased(PartnerId partner, Instant at);
}
