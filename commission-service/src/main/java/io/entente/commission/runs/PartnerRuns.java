package io.entente.commission.runs;

import io.entente.commission.runs.PartnerRun.Kind;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All runs. */
public interface PartnerRuns {

    /** Stores a run, free for whoever takes it; false where its id is taken. */
    boolean add(PartnerRun run);

    Optional<PartnerRun> find(String id);

    /** Runs of these kinds, the latest ids last. */
    Page<PartnerRun> list(Set<Kind> kinds, PageRequest page);

    /** Takes a run that goes on and that nobody holds at this time, so that one instance works on it. */
    Optional<PartnerRun> take(String owner, Instant now, Instant until);

    /**
     * Notes how far a run is and keeps it.
     *
     * @param failed on these partners the work failed since the last mark
     * @return false where another instance has it
     */
    boolean mark(PartnerRun run, String owner, Instant until, List<String> failed);

    /** Ends a run; again changes nothing. */
    void end(String id, String owner, Instant now);

    /** Lets go of a run, which another instance then goes on with at once. */
    void release(String id, String owner);
}
