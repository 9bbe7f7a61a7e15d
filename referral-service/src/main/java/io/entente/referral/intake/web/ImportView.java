package io.entente.referral.intake.web;

import io.entente.referral.intake.Import;
import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import as the API shows it.
 *
 * @param rows the rows read so far; when the import is done, accepted, unchanged and rejected rows add up to it
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
        @Nullable String reason,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    static ImportView of(Import of) {
        Import.Tally tally = of.tally();
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
                of.status() == Import.Status.FAILED ? of.reason() : null,
                of.startedAt(),
                of.finishedAt());
    }
}
