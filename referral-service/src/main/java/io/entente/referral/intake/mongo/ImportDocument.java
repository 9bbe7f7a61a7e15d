package io.entente.referral.intake.mongo;

import io.entente.platform.domain.Receipt;
import io.entente.referral.intake.Import;
import io.entente.referral.intake.Import.Tally;
import io.entente.referral.intake.Imports.Lease;
import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * How an import is stored.
 *
 * @param lease who works it off
 * @param rejectsCleared once its rejected rows are deleted
 */
record ImportDocument(
        @Id String id,
        String profile,
        int profileVersion,
        String fileName,
        String fileId,
        Import.Status status,
        Import.Step step,
        @Nullable TextEncoding encoding,
        @Nullable Separator separator,
        List<String> columns,
        Tally tally,
        @Nullable String reason,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Receipt receipt,
        @Nullable Lease lease,
        @Nullable Boolean rejectsCleared) {

    static ImportDocument of(Import started, Receipt receipt, Lease lease) {
        return new ImportDocument(
                started.id(),
                started.profile(),
                started.profileVersion(),
                started.fileName(),
                started.fileId(),
                started.status(),
                started.step(),
                started.encoding(),
                started.separator(),
                started.columns(),
                started.tally(),
                started.reason(),
                started.startedAt(),
                started.finishedAt(),
                receipt,
                lease,
                null);
    }

    Import toImport() {
        return new Import(
                id,
                profile,
                profileVersion,
                fileName,
                fileId,
                status,
                step,
                encoding,
                separator,
                columns,
                tally,
                reason,
                startedAt,
                finishedAt);
    }
}
