package io.entente.platform.audit;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The stored entries, as one chain of the service. */
public interface AuditLog {

    /** Adds entries to the end of the chain, in their order. */
    void append(List<AuditEntry> entries);

    /** Those of the entries that aren't stored. */
    List<AuditEntry> notStored(Collection<AuditEntry> entries);

    /** A page of the entries that match, the newest first. */
    Page<SealedEntry> page(AuditQuery query, PageRequest page);

    /** The entry with this place in the chain. */
    Optional<SealedEntry> at(long sequence);

    /** The last entry of the chain. */
    Optional<SealedEntry> last();

    /** The next entries of the chain, in its order. */
    List<SealedEntry> after(long sequence, int limit);

    /** Removes who did it from all entries of a person. Returns the number of entries. */
    long forget(String actor);
}
