package io.entente.referral.intake;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where imports are kept. A running one is leased to the instance that works it off; when the lease ends unrenewed, another
 * instance, or the same one started again, takes it over.
 */
public interface Imports {

    Optional<Import> find(String id);

    /** The imports in the order of their ids. */
    Page<Import> list(PageRequest page);

    /** Stores a new import, leased; false where one with its id exists: the same request came before. */
    boolean add(Import started, Receipt receipt, Lease lease);

    /** The answer that was given when the import was started. */
    Optional<Receipt> receipt(String id);

    /** Takes over one running import whose lease has ended, other than those given. */
    Optional<Import> adopt(Lease lease, Instant now, Collection<String> except);

    /** Renews the lease; where it was lost, the next write finds out. */
    void renew(String id, Lease lease);

    /** Gives running imports back before their lease ends: this instance stops. */
    void release(String owner);

    /**
     * Keeps an import's progress.
     *
     * @throws LeaseLostException where another instance has it
     */
    void update(Import progressed, String owner);

    /** The ids of imports that finished before an instant and whose rejected rows still exist. */
    List<String> withRejectsFinishedBefore(Instant before, int limit);

    /** Records that the rejected rows of an import have been deleted. */
    void rejectsCleared(String id);

    /** @param owner the instance that works the import off; each start of a service is another */
    record Lease(String owner, Instant until) {}
}
