package io.entente.commission.runs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over all partners, in the order of their ids. Its work for a partner must have the same result if it is
 * done again, because after a crash the partners since the last mark are processed a second time.
 *
 * @param subject what the run is about, in the terms of its kind: a quarter, a payout batch
 * @param after the id of the last partner that is done; absent at the start
 * @param partners the number of partners that are done
 * @param made the number of results, in the terms of its kind: statements, payouts
 * @param failed the partners for whom the work failed, at most {@link #MAX_FAILED}; all others are done
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

    /** The maximum number of failed partners that a run names. Further ones appear only in the log. */
    public static final int MAX_FAILED = 100;

    /** The prefix of the ids of runs. */
    public static final String PREFIX = "run";

    public PartnerRun {
        failed = List.copyOf(failed);
    }

    /** A run that is about to begin. */
    public static PartnerRun start(String id, Kind kind, String subject, String by, Instant now) {
        return new PartnerRun(id, kind, subject, Status.RUNNING, null, 0, 0, List.of(), by, now, null);
    }

    /** The kind of work that a run does for each partner. */
    public enum Kind {
        /** Drafts a quarter's statements. */
        STATEMENT_DRAFTS,
        /** Issues a quarter's statements. */
        STATEMENTS,
        /** Plans a payout batch. */
        PAYOUT_PLAN,
        /** Tells partners of a new version of their plan. */
        PLAN_NOTICES
    }

    public enum Status {
        RUNNING,
        /** All partners are done, except those for whom the work failed. */
        ENDED
    }
}
