package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;
import java.util.List;
import java.util.Map;

/** Reads the entries of a chain as they were hashed, with every field that was written. */
public interface StoredEntries {

    /**
     * Returns up to {@code count} entries of a chain in order, starting at a number. An entry is what {@code CanonicalText} hashes,
     * and its outbox.
     */
    List<Map<String, Object>> block(PartnerId partner, long from, int count);
}
