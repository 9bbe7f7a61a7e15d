package io.entente.commission.runs;

import io.entente.commission.runs.PartnerRun.Kind;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores all runs. */
public interface PartnerRuns {

    /** Stores a run that any instance can take. Returns false if its id is taken. */
    boolean add(PartnerRun run);

    Optional<PartnerRun> find(String id);

    /** The runs of these kinds, the latest ids last. */
    Page<PartnerRun> list(Set<Kind> kinds, PageRequest page);

    /** Takes a run that is not finished and that nobody holds at this time, so that one instance works on it. */
    Optional<PartnerRun> take(String owner, Instant now, Instant until);

    /**
     * Records the progress of a run and keeps the run.
     *
     * @param failed the partners for whom the work has failed since the last mark
     * @return false if another instance has taken the run
     */
    boolean mark(PartnerRun run, String owner, Instant until, List<String> failed);

    /** Ends a run. Repeating it changes nothing. */
    void end(String id, String owner, Instant now);

    /** Releases a run, so that another instance can continue it at once. */
    void release(String id, String owner);
}
