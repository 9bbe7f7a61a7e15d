package io.entente.referral.intake;

import io.entente.referral.intake.csv.CsvDialect;
import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.profiles.ImportProfile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file being taken over, or that was.
 *
 * @param profile how its columns map, {@code crm-opportunities}
 * @param profileVersion the one in use when it began, to its end
 * @param fileName as the caller named it
 * @param fileId where its bytes are until it is finished
 * @param encoding of its text; absent until it is read
 * @param separator of its values; absent until it is read
 * @param columns of its header, in the file's own words; empty until it is read
 * @param reason why it failed
 */
public record Import(
        String id,
        String profile,
        int profileVersion,
        String fileName,
        String fileId,
        Status status,
        Step step,
        @Nullable TextEncoding encoding,
        @Nullable Separator separator,
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
        /** The file couldn't be read, and nothing of it was taken over; or too many rows were rejected. */
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

    public static Import start(String id, ImportProfile profile, String fileName, String fileId, Instant now) {
        return new Import(
                id,
                profile.code(),
                profile.version(),
                fileName,
                fileId,
                Status.RUNNING,
                Step.STAGING,
                null,
                null,
                List.of(),
                Tally.NONE,
                null,
                now,
                null);
    }

    Import staged(CsvDialect dialect, List<String> header, long rows) {
        return new Import(
                id,
                profile,
                profileVersion,
                fileName,
                fileId,
                status,
                Step.WORKING,
                dialect.encoding(),
                dialect.separator(),
                header,
                Tally.NONE.withRows(rows),
                null,
                startedAt,
                null);
    }

    Import with(Tally counted) {
        return to(status, step, counted, reason, finishedAt);
    }

    /** All that is left is to clear up; a reason makes it failed. */
    Import clearing(@Nullable String failure) {
        return to(status, Step.CLEARING, tally, failure, null);
    }

    Import finished(Instant now) {
        return to(reason == null ? Status.DONE : Status.FAILED, step, tally, reason, now);
    }

    private Import to(
            Status nextStatus, Step nextStep, Tally counted, @Nullable String failure, @Nullable Instant finished) {
        return new Import(
                id,
                profile,
                profileVersion,
                fileName,
                fileId,
                nextStatus,
                nextStep,
                encoding,
                separator,
                columns,
                counted,
                failure,
                startedAt,
                finished);
    }
}
