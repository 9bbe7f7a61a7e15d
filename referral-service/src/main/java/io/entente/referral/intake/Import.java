package io.entente.referral.intake;

import io.entente.referral.intake.csv.CsvDialect;
import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.profiles.ImportProfile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The import of one file, running or finished.
 *
 * @param profile the code of the mapping profile, such as {@code crm-opportunities}
 * @param profileVersion the version in use when the import began, which it keeps to its end
 * @param fileName as named by the caller
 * @param fileId where the bytes are stored until the import is finished
 * @param encoding of the text; absent until the file is read
 * @param separator of the values; absent until the file is read
 * @param columns the names in the file's header; empty until the file is read
 * @param reason why the import failed
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

    /** The state that the caller sees. */
    public enum Status {
        RUNNING,
        /** Every row has an outcome. */
        DONE,
        /** The file could not be read and nothing was imported, or too many rows were rejected. */
        FAILED
    }

    /** The progress of the import. After a restart the service continues from here. */
    public enum Step {
        /** The rows are read and sorted. */
        STAGING,
        /** The rows are imported. */
        WORKING,
        /** Temporary data is deleted. */
        CLEARING
    }

    /**
     * The outcomes of the rows. When the import is done, the last three add up to the first.
     *
     * @param rows read so far
     * @param unchanged rows that were imported before with the same content
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

    /** Only the clean-up is left. With a reason, the import has failed. */
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
