package io.entente.commission.runs;

import io.entente.commission.runs.PartnerRun.Kind;
import io.entente.commission.runs.PartnerRun.Status;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.runtime.lease.Lease;
import io.entente.platform.runtime.lease.Leased;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores all runs. */
public interface PartnerRuns {

    /** Stores a run that any instance can take. Returns false if its id is taken. */
    boolean add(PartnerRun run);

    Optional<PartnerRun> find(String id);

    /**
     * The runs of these kinds, the latest ids last.
     *
     * @param subject only runs about this, such as a quarter; null for all
     * @param status only runs with this status; null for all
     */
    Page<PartnerRun> list(Set<Kind> kinds, @Nullable String subject, @Nullable Status status, PageRequest page);

    /** Acquires a run that has not ended, so that one instance at a time works on it; empty if none is free. */
    Optional<Leased<PartnerRun>> acquireNext();

    /**
     * Records the progress of a run and renews the lease on it.
     *
     * @param failed the partners for whom the work has failed since the last mark
     * @throws io.entente.platform.runtime.lease.LeaseLostException if another instance has acquired the run
     */
    void mark(Lease lease, PartnerRun run, List<String> failed);

    /**
     * Ends a run.
     *
     * @throws io.entente.platform.runtime.lease.LeaseLostException if another instance has acquired the run
     */
    void end(Lease lease, Instant now);

    /** Ends the lease, so that another instance can continue the run from the given time. */
    void release(Lease lease, Instant freeFrom);
}
