package io.entente.referral.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file being taken over, or that was.
 *
 * @param profile how its columns map, {@code crm-opportunities}
 * @param fileName as the caller named it
 * @param fileId where its bytes are until it is finished
 * @param columns of its header, in the file's own words; empty until it is read
 * @param reason why it failed
 */
public record Import(
        String id,
        String profile,
        String fileName,
        String fileId,
        Status status,
        Step step,
        List<String> columns,
        Tally tally,
        @Nullable String reason,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    public static final String PREFIX = "imp";

    public Import {
        columns = List.copyOf(columns);
    }

    /** What the caller sees of it. */
    public enum Status {
        RUNNING,
        /** Every row has its outcome. */
        DONE,
        /** The file couldn't be read; nothing of it was taken over. */
        FAILED
    }

    /** How far it is; a service that comes back goes on from here. */
    public enum Step {
        /** Its rows are read and put in order. */
        STAGING,
        /** They are worked off. */
        WORKING,
        /** What was needed only meanwhile is deleted. */
        CLEARING
    }

    /**
     * What became of its rows; when it is done, the last three add up to the first.
     *
     * @param rows read so far
     * @param unchanged known already, just as they are
     */
    public record Tally(long rows, long accepted, long unchanged, long rejected) {

        public static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally withRows(long read) {
            return new Tally(read, accepted, unchanged, rejected);
        }

        Tally plus(RowOutcome.Kind kind) {
            return switch (kind) {
                case ACCEPTED -> new Tally(rows, accepted + 1, unchanged, rejected);
                case UNCHANGED -> new Tally(rows, accepted, unchanged + 1, rejected);
                case REJECTED -> new Tally(rows, accepted, unchanged, rejected + 1);
            };
        }
    }

    public static Import start(String id, String profile, String fileName, String fileId, Instant now) {
        return new Import(
                id, profile, fileName, fileId, Status.RUNNING, Step.STAGING, List.of(), Tally.NONE, null, now, null);
    }

    Import staged(List<String> header, long rows) {
        return new Import(
                id,
                profile,
                fileName,
                fileId,
                status,
                Step.WORKING,
                header,
                Tally.NONE.withRows(rows),
                null,
                startedAt,
                null);
    }

    Import with(Tally counted) {
        return new Import(id, profile, fileName, fileId, status, step, columns, counted, reason, startedAt, finishedAt);
    }

    /** All that is left is to clear up; a reason makes it failed. */
    Import clearing(@Nullable String failure) {
        return new Import(
                id, profile, fileName, fileId, status, Step.CLEARING, columns, tally, failure, startedAt, null);
    }

    Import finished(Instant now) {
        Status end = reason == null ? Status.DONE : Status.FAILED;
        return new Import(id, profile, fileName, fileId, end, step, columns, tally, reason, startedAt, now);
    }
}
