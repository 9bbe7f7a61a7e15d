package io.entente.referral.intake.mongo;

import io.entente.platform.domain.Receipt;
import io.entente.platform.runtime.lease.mongo.StoredLease;
import io.entente.referral.intake.Import;
import io.entente.referral.intake.Import.Tally;
import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of an import.
 *
 * @param lease absent once the import is finished
 * @param rejectsCleared true once the rejected rows have been deleted
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
        @Nullable String position,
        @Nullable String reason,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Receipt receipt,
        @Nullable StoredLease lease,
        @Nullable Boolean rejectsCleared) {

    static ImportDocument of(Import started, Receipt receipt) {
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
                started.position(),
                started.reason(),
                started.startedAt(),
                started.finishedAt(),
                receipt,
                StoredLease.freeFrom(started.startedAt()),
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
                position,
                reason,
                startedAt,
                finishedAt);
    }
}
