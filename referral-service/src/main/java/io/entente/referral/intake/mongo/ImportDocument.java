package io.entente.referral.intake.mongo;

import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.runtime.lease.mongo.StoredLease;
import io.entente.referral.intake.Import;
import io.entente.referral.intake.Import.Tally;
import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.lists.ListedImport;
import io.entente.referral.intake.profiles.FileReading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of an import.
 *
 * @param reading absent in imports from before amounts and dates were judged over the whole file
 * @param lease absent once the import is finished
 * @param list absent in documents of earlier versions until the service starts
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
        @Nullable FileReading reading,
        List<String> columns,
        TallyDocument tally,
        @Nullable String position,
        @Nullable String reason,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Receipt receipt,
        @Nullable StoredLease lease,
        @Nullable ListEntry list,
        @Nullable Boolean rejectsCleared) {

    /** @param warned absent in imports from before there were warnings */
    record TallyDocument(long rows, long accepted, long unchanged, long rejected, @Nullable Long warned) {

        static TallyDocument of(Tally tally) {
            return new TallyDocument(
                    tally.rows(), tally.accepted(), tally.unchanged(), tally.rejected(), tally.warned());
        }

        Tally toTally() {
            return new Tally(rows, accepted, unchanged, rejected, warned == null ? 0 : warned);
        }
    }

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
                started.reading(),
                started.columns(),
                TallyDocument.of(started.tally()),
                started.position(),
                started.reason(),
                started.startedAt(),
                started.finishedAt(),
                receipt,
                StoredLease.freeFrom(started.startedAt()),
                ListedImport.of(started),
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
                reading == null ? FileReading.OPEN : reading,
                columns,
                tally.toTally(),
                position,
                reason,
                startedAt,
                finishedAt);
    }
}
