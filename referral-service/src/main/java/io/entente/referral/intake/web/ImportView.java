package io.entente.referral.intake.web;

import io.entente.referral.intake.Import;
import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.values.AmountReading;
import io.entente.referral.intake.values.DateOrder;
import io.entente.referral.intake.values.DateReading;
import io.entente.referral.intake.values.DecimalMark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import as the API shows it.
 *
 * @param rows the rows read so far; when the import is done, accepted, unchanged and rejected rows add up to it
 * @param warned the imported rows of which a fact could not be read; absent until the import is done
 * @param decimalMark how amounts such as 1,234 are read; absent until the file has been read, or if it shows both marks
 * @param dateOrder how dates such as 03/04/2026 are read; absent until the file has been read, or if there are none
 * @param reason why the import failed
 */
record ImportView(
        String id,
        Import.Status status,
        Import.Step step,
        String profile,
        int profileVersion,
        String fileName,
        @Nullable TextEncoding encoding,
        @Nullable Separator separator,
        long rows,
        long accepted,
        long unchanged,
        long rejected,
        @Nullable Long warned,
        @Nullable DecimalMark decimalMark,
        @Nullable DateOrder dateOrder,
        @Nullable String reason,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    static ImportView of(Import of) {
        Import.Tally tally = of.tally();
        AmountReading amounts = of.reading().amounts();
        DateReading dates = of.reading().dates();
        return new ImportView(
                of.id(),
                of.status(),
                of.step(),
                of.profile(),
                of.profileVersion(),
                of.fileName(),
                of.encoding(),
                of.separator(),
                tally.rows(),
                tally.accepted(),
                tally.unchanged(),
                tally.rejected(),
                of.step() == Import.Step.CLEARING ? tally.warned() : null,
                amounts == null ? null : amounts.decimalMark(),
                dates == null ? null : dates.order(),
                of.status() == Import.Status.FAILED ? of.reason() : null,
                of.startedAt(),
                of.finishedAt());
    }
}
