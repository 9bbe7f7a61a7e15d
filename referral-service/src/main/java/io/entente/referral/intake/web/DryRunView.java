package io.entente.referral.intake.web;

import io.entente.platform.domain.FieldError;
import io.entente.referral.intake.csv.RejectedRow;
import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.dryrun.DryRun;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.values.AmountReading;
import io.entente.referral.intake.values.DateOrder;
import io.entente.referral.intake.values.DateReading;
import io.entente.referral.intake.values.DecimalMark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tried import as the API shows it. Nothing was stored.
 *
 * @param profile the profile with which the file was read; absent if it is unknown
 * @param decimalMark how amounts such as 1,234 are read; absent if the file shows both marks
 * @param dateOrder how dates such as 03/04/2026 are read; absent if there are none, or if the file shows both orders
 * @param reason why the file as a whole can't be imported
 * @param understood the rows that would not be rejected: created, changed, unchanged and those that were not compared
 * @param created the rows that would create a referral
 * @param changed the rows that would move or correct the referral of an earlier import
 * @param unchanged the rows that were imported before
 * @param notCompared the rows after the first 10,000, which were only read and not compared with what is stored
 * @param rejected the rows that would be rejected
 * @param warned the rows that would be imported with a warning, for example because another partner has the client
 * @param columns what was understood of each column; if there is a proposal, by the proposal, like the numbers of rows
 * @param rejects the first rows that would be rejected
 * @param warnings the first rows that would be imported with a warning
 * @param proposal a profile that may fit the file, if the one that was named doesn't
 * @param missing what the proposal lacks before it can be defined
 */
record DryRunView(
        @Nullable String profile,
        @Nullable TextEncoding encoding,
        @Nullable Separator separator,
        @Nullable DecimalMark decimalMark,
        @Nullable DateOrder dateOrder,
        @Nullable String reason,
        long rows,
        long understood,
        long created,
        long changed,
        long unchanged,
        long notCompared,
        long rejected,
        long warned,
        List<DryRun.ColumnReport> columns,
        List<RejectedRow> rejects,
        List<RejectedRow> warnings,
        @Nullable ImportProfile proposal,
        List<FieldError> missing) {

    static DryRunView of(DryRun tried) {
        AmountReading amounts = tried.reading().amounts();
        DateReading dates = tried.reading().dates();
        return new DryRunView(
                tried.profile(),
                tried.encoding(),
                tried.separator(),
                amounts == null ? null : amounts.decimalMark(),
                dates == null ? null : dates.order(),
                tried.reason(),
                tried.rows(),
                tried.tally().understood(),
                tried.tally().created(),
                tried.tally().changed(),
                tried.tally().unchanged(),
                tried.tally().notCompared(),
                tried.tally().rejected(),
                tried.tally().warned(),
                tried.columns(),
                tried.rejects(),
                tried.warnings(),
                tried.proposal(),
                tried.missing());
    }
}
