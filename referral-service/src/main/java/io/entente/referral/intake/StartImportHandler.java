package io.entente.referral.intake;

import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Receipt;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.profiles.FileReading;
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
import org.jspecify.annotations.Nullable;

/** Stores an uploaded file and starts its import, which then runs in the background. */
public final class StartImportHandler {

    private final Imports imports;
    private final ImportFiles files;
    private final ImportProfiles profiles;
    private final IntakeSettings settings;
    private final IdGenerator ids;
    private final Clock clock;
    private final Runnable wakeUp;

    /** @param wakeUp lets the importer look for new imports */
    public StartImportHandler(
            Imports imports,
            ImportFiles files,
            ImportProfiles profiles,
            IntakeSettings settings,
            IdGenerator ids,
            Clock clock,
            Runnable wakeUp) {
        this.imports = imports;
        this.files = files;
        this.profiles = profiles;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    /** The result of an upload. */
    public sealed interface Started {

        /** The import will run. */
        record New(Import running) implements Started {}

        /** The id was used before. If the receipts are equal, it was used for the same file. */
        record Before(Receipt first, Receipt now) implements Started {}

        /** Too many imports are running or waiting. */
        record QueueFull() implements Started {}

        /** There is no such profile. */
        record NoSuchProfile() implements Started {}
    }

    /**
     * Identifies an upload. Two uploads with the same bytes that are read in the same way are the same request.
     *
     * @param sha256 of the file's bytes
     */
    public record Upload(String profile, String sha256, @Nullable TextEncoding encoding, FileReading named) {}

    /**
     * How the caller wants a file to be read.
     *
     * @param profile the code of a mapping profile
     * @param encoding null if it is not named
     * @param reading what is named besides
     */
    public record Wanted(String profile, @Nullable TextEncoding encoding, FileReading reading) {}

    /** @param receipt makes the answer that is stored with the import */
    public Started handle(
            String id, Wanted wanted, String fileName, InputStream content, BiFunction<Upload, Import, Receipt> receipt)
            throws IOException {
        Optional<ImportProfile> inUse = profiles.latest(wanted.profile());
        if (inUse.isEmpty()) {
            return new Started.NoSuchProfile();
        }
        // A repeated request finds its import and takes no more room.
        if (imports.countUnfinished() >= settings.maxWaitingImports()
                && imports.find(id).isEmpty()) {
            return new Started.QueueFull();
        }
        String fileId = DerivedId.of("file", id, ids.next("upload"));
        Import started = Import.start(
                id,
                inUse.get(),
                fileName,
                fileId,
                wanted.encoding(),
                wanted.reading(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        DigestInputStream digested = new DigestInputStream(content, sha256());
        files.store(fileId, id, digested, started.startedAt());
        Upload upload = new Upload(
                wanted.profile(),
                HexFormat.of().formatHex(digested.getMessageDigest().digest()),
                wanted.encoding(),
                wanted.reading());
        Receipt now = receipt.apply(upload, started);
        if (imports.add(started, now)) {
            wakeUp.run();
            return new Started.New(started);
        }
        files.delete(fileId);
        return new Started.Before(imports.receipt(id).orElseThrow(), now);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
