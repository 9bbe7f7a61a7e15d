package io.entente.commission.runs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over all partners, in order of their ids. What it does for a partner must come out the same when done again: after
 * a crash the partners since the last mark are done a second time.
 *
 * @param subject what the pass is about, in the words of its kind: a quarter, a payout batch
 * @param after id of the last partner that is done; absent at the start
 * @param partners that are done
 * @param made what came of it, in the words of its kind: statements, payouts
 * @param failed partners on whom the work failed, at most {@link #MAX_FAILED} named; the others were done
 */
public record PartnerRun(
        String id,
        Kind kind,
        String subject,
        Status status,
        @Nullable String after,
        long partners,
        long made,
        List<String> failed,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** Partners on whom the work failed that a run names; what is past that shows in the log alone. */
    public static final int MAX_FAILED = 100;

    /** The prefix of runs' ids. */
    public static final String PREFIX = "run";

    public PartnerRun {
        failed = List.copyOf(failed);
    }

    /** One that is about to begin. */
    public static PartnerRun start(String id, Kind kind, String subject, String by, Instant now) {
        return new PartnerRun(id, kind, subject, Status.RUNNING, null, 0, 0, List.of(), by, now, null);
    }

    /** What a run does for each partner. */
    public enum Kind {
        /** Drafts a quarter's statements. */
        STATEMENT_DRAFTS,
        /** Issues a quarter's statements. */
        STATEMENTS,
        /** Plans a payout batch. */
        PAYOUT_PLAN
    }

    public enum Status {
        RUNNING,
        /** All partners are done, those apart on whom the work failed. */
        ENDED
    }
}
