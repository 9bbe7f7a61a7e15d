package io.entente.referral.intake;

import io.entente.referral.intake.csv.CsvDialect;
import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.profiles.FileReading;
import io.entente.referral.intake.profiles.ImportProfile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The import of one file.
 *
 * @param profile the code of the mapping profile, such as {@code crm-opportunities}
 * @param profileVersion the version that was in use when the import began; the import keeps it
 * @param fileName the name that the caller gave
 * @param fileId under which the file is stored until the import is finished
 * @param encoding of the file's text; absent until the file has been read
 * @param separator of the file's values; absent until the file has been read
 * @param reading how ambiguous amounts and dates are read; before the file has been read, what the caller has named
 * @param columns the header of the file; empty until the file has been read
 * @param position of the last row that the tally contains; absent before the first
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
        FileReading reading,
        List<String> columns,
        Tally tally,
        @Nullable String position,
        @Nullable String reason,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    public static final String PREFIX = "imp";

    public Import {
        columns = List.copyOf(columns);
    }

    /** The status that the API shows. */
    public enum Status {
        RUNNING,
        /** Every row has an outcome. */
        DONE,
        /** The file could not be read and nothing was imported, or too many rows were rejected. */
        FAILED
    }

    /** The step of a running import. After a crash the import continues with this step. */
    public enum Step {
        /** The rows are read and sorted. */
        STAGING,
        /** The rows are imported. */
        WORKING,
        /** The staged rows and the file are deleted. */
        CLEARING
    }

    /**
     * The outcomes of the rows. When the import is done, accepted, unchanged and rejected rows add up to the rows.
     *
     * @param rows the rows that have been read so far
     * @param unchanged the rows that were imported before and have not changed
     * @param warned the accepted or unchanged rows of which an optional fact could not be read; counted when the import is done
     */
    public record Tally(long rows, long accepted, long unchanged, long rejected, long warned) {

        public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

        Tally withRows(long read) {
            return new Tally(read, accepted, unchanged, rejected, warned);
        }

        Tally withWarned(long rowsWithWarnings) {
            return new Tally(rows, accepted, unchanged, rejected, rowsWithWarnings);
        }

        Tally plus(RowOutcome.Kind kind) {
            return switch (kind) {
                case ACCEPTED -> new Tally(rows, accepted + 1, unchanged, rejected, warned);
                case UNCHANGED -> new Tally(rows, accepted, unchanged + 1, rejected, warned);
                case REJECTED -> new Tally(rows, accepted, unchanged, rejected + 1, warned);
            };
        }
    }

    /**
     * A new import.
     *
     * @param encoding null if the caller hasn't named it
     * @param named what the caller has named besides
     */
    public static Import start(
            String id,
            ImportProfile profile,
            String fileName,
            String fileId,
            @Nullable TextEncoding encoding,
            FileReading named,
            Instant now) {
        return new Import(
                id,
                profile.code(),
                profile.version(),
                fileName,
                fileId,
                Status.RUNNING,
                Step.STAGING,
                encoding,
                null,
                named,
                List.of(),
                Tally.NONE,
                null,
                null,
                now,
                null);
    }

    Import staged(CsvDialect dialect, FileReading judged, List<String> header, long rows) {
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
                judged,
                header,
                Tally.NONE.withRows(rows),
                null,
                null,
                startedAt,
                null);
    }

    Import with(Tally counted) {
        return to(status, step, counted, position, reason, finishedAt);
    }

    /** The import after a page of rows. */
    Import workedUpTo(String lastPosition, Tally counted) {
        return to(status, step, counted, lastPosition, reason, finishedAt);
    }

    /** The import before its last step. A failure makes it fail. */
    Import clearing(@Nullable String failure) {
        return to(status, Step.CLEARING, tally, position, failure, null);
    }

    Import finished(Instant now) {
        return to(reason == null ? Status.DONE : Status.FAILED, step, tally, position, reason, now);
    }

    private Import to(
            Status nextStatus,
            Step nextStep,
            Tally counted,
            @Nullable String lastPosition,
            @Nullable String failure,
            @Nullable Instant finished) {
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
                reading,
                columns,
                counted,
                lastPosition,
                failure,
                startedAt,
                finished);
    }
}
