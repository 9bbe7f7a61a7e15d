package io.entente.referral.intake.dryrun;

import io.entente.platform.domain.FieldError;
import io.entente.referral.intake.csv.RejectedRow;
import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.profiles.FileReading;
import io.entente.referral.intake.profiles.ImportProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of trying an import. Nothing was stored. The rows were compared with the stored referrals and claims.
 *
 * @param profile the profile with which the file was read; null if it is unknown
 * @param encoding null if the file is in none
 * @param reason why the file as a whole can't be imported; null if it can
 * @param rows the number of rows
 * @param tally what the import would do with them
 * @param columns what was understood of each column of the file; if there is a proposal, by the proposal, like the numbers of rows
 * @param rejects the first rows that would be rejected
 * @param warnings the first rows that would be imported with a warning
 * @param proposal a profile that may fit the file; null if the profile fits
 * @param missing what the proposal lacks before it can be used
 */
public record DryRun(
        @Nullable String profile,
        @Nullable TextEncoding encoding,
        @Nullable Separator separator,
        FileReading reading,
        @Nullable String reason,
        long rows,
        Tally tally,
        List<ColumnReport> columns,
        List<RejectedRow> rejects,
        List<RejectedRow> warnings,
        @Nullable ImportProfile proposal,
        List<FieldError> missing) {

    public DryRun {
        columns = List.copyOf(columns);
        rejects = List.copyOf(rejects);
        warnings = List.copyOf(warnings);
        missing = List.copyOf(missing);
    }

    /**
     * The rows by what the import would do with them.
     *
     * @param created the rows that would create a referral
     * @param changed the rows that would move or correct the referral of an earlier import
     * @param unchanged the rows that were imported before
     * @param notCompared the rows that were only read, because the caller waits for the comparison
     * @param warned the rows that would be imported with a warning; counted among the others
     */
    public record Tally(long created, long changed, long unchanged, long notCompared, long rejected, long warned) {

        static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

        /** The rows that would not be rejected. */
        public long understood() {
            return created + changed + unchanged + notCompared;
        }
    }

    /** A file that can't be read at all. */
    static DryRun unreadable(@Nullable String profile, @Nullable String reason) {
        return new DryRun(
                profile,
                null,
                null,
                FileReading.OPEN,
                reason,
                0,
                Tally.NONE,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    /** The same with a reason why the file can't be imported as it is. */
    DryRun because(@Nullable String why) {
        return new DryRun(
                profile, encoding, separator, reading, why, rows, tally, columns, rejects, warnings, proposal, missing);
    }

    /** The trial of a proposed profile in the place of one that failed. Its reason is added to the reason of the failure. */
    DryRun insteadOf(DryRun failed, ImportProfile proposed, List<FieldError> lacking) {
        return new DryRun(
                failed.profile,
                encoding,
                separator,
                reading,
                reason == null || reason.equals(failed.reason) ? failed.reason : failed.reason + " " + reason,
                rows,
                tally,
                columns,
                rejects,
                warnings,
                proposed,
                lacking);
    }

    /**
     * What was understood of a column.
     *
     * @param column its name in the header
     * @param fields the fields that the profile takes from it; empty if it is ignored
     * @param filled the number of rows that have a value in it
     * @param examples the first values with their meaning
     * @param problems the number of rows that have an error or a warning in it
     * @param firstProblems the first of them
     */
    public record ColumnReport(
            String column,
            List<String> fields,
            long filled,
            List<Example> examples,
            long problems,
            List<Problem> firstProblems) {}

    /** @param meaning how the text was read; null if it wasn't */
    public record Example(String text, @Nullable String meaning) {}

    /** @param line the line on which the row begins */
    public record Problem(long line, String text, String reason) {}
}
