package io.entente.referral.intake;

import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Receipt;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.ImportProfiles;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiFunction;

/** Stores a complete file before the caller is told that it will be imported. */
public final class StartImportHandler {

    private final Imports imports;
    private final ImportFiles files;
    private final ImportProfiles profiles;
    private final ImportQueue queue;
    private final IdGenerator ids;
    private final Clock clock;

    public StartImportHandler(
            Imports imports,
            ImportFiles files,
            ImportProfiles profiles,
            ImportQueue queue,
            IdGenerator ids,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.profiles = profiles;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
    }

    /** The result of an upload. */
    public sealed interface Started {

        /** The file will be imported. */
        record New(Import running) implements Started {}

        /** The same id was used before. Its receipt shows whether it was for the same file. */
        record Before(Receipt first, Receipt now) implements Started {}

        /** Too many imports are waiting. */
        record QueueFull() implements Started {}

        /** The profile does not exist. */
        record NoSuchProfile() implements Started {}
    }

    /**
     * Identifies an upload: two uploads with the same profile and bytes are the same request.
     *
     * @param sha256 of the file's bytes
     */
    public record Upload(String profile, String sha256) {}

    /** @param receipt the answer, to be stored with the import */
    public Started handle(
            String id,
            String profile,
            String fileName,
            InputStream content,
            BiFunction<Upload, Import, Receipt> receipt)
            throws IOException {
        Optional<ImportProfile> inUse = profiles.latest(profile);
        if (inUse.isEmpty()) {
            return new Started.NoSuchProfile();
        }
        // A key that was used before finds its import running or finished. The room in the queue belongs to that
        // import.
        boolean reserved = queue.reserve(id);
        if (!reserved && imports.find(id).isEmpty()) {
            return new Started.QueueFull();
        }
        boolean queued = false;
        String fileId = DerivedId.of("file", id, ids.next("upload"));
        try {
            Import started = Import.start(
                    id, inUse.get(), fileName, fileId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            DigestInputStream digested = new DigestInputStream(content, sha256());
            files.store(fileId, id, digested, started.startedAt());
            Upload upload = new Upload(
                    profile,
                    HexFormat.of().formatHex(digested.getMessageDigest().digest()));
            Receipt now = receipt.apply(upload, started);
            if (reserved && imports.add(started, now, queue.lease())) {
                queued = true;
                queue.enqueue(started);
                return new Started.New(started);
            }
            files.delete(fileId);
            return new Started.Before(imports.receipt(id).orElseThrow(), now);
        } finally {
            if (reserved && !queued) {
                queue.giveBack(id);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
