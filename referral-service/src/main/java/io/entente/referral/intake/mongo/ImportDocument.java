package io.entente.referral.intake.mongo;

import io.entente.messaging.rest.Receipt;
import io.entente.referral.intake.Import;
import io.entente.referral.intake.Import.Tally;
import io.entente.referral.intake.Imports.Lease;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * How an import is stored.
 *
 * @param lease absent once it is finished
 */
record ImportDocument(
        @Id String id,
        String profile,
        String fileName,
        String fileId,
        Import.Status status,
        Import.Step step,
        List<String> columns,
        Tally tally,
        @Nullable String reason,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Receipt receipt,
        @Nullable Lease lease) {

    static ImportDocument of(Import started, Receipt receipt, Lease lease) {
        return new ImportDocument(
                started.id(),
                started.profile(),
                started.fileName(),
                started.fileId(),
                started.status(),
                started.step(),
                started.columns(),
                started.tally(),
                started.reason(),
                started.startedAt(),
                started.finishedAt(),
                receipt,
                lease);
    }

    Import toImport() {
        return new Import(id, profile, fileName, fileId, status, step, columns, tally, reason, startedAt, finishedAt);
    }
}
