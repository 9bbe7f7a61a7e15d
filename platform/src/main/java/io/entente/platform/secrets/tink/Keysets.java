package io.entente.platform.secrets.tink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Reads and makes keysets in Tink's JSON form. */
public final class Keysets {

    private Keysets() {}

    /** @throws IllegalArgumentException if it isn't a keyset for authenticated encryption. The message doesn't contain the text */
    public static TinkKeyWrapping read(String json) {
        return parsed(json)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "It is not a keyset of Tink in JSON with a primary key for authenticated encryption, such as AES256_GCM"));
    }

    /** The cause of a failure may contain parts of the keyset, so nobody gets it. */
    private static Optional<TinkKeyWrapping> parsed(String json) {
        try {
            return Optional.of(new TinkKeyWrapping(TinkJsonProtoKeysetFormat.parseKeyset(
                    json, TinkKeyWrapping.ALGORITHMS, InsecureSecretKeyAccess.get())));
        } catch (GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }

    /** Reads the keyset in a file. */
    public static TinkKeyWrapping read(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The keyset in %s can't be read".formatted(file), e);
        }
    }

    /** A new keyset with one key. */
    public static String create() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TinkKeyWrapping.ALGORITHMS),
                    TinkKeyWrapping.ALGORITHMS,
                    InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /** Makes a keyset in a file that only its owner can read (mode 0600), unless there is one. Services of one process can share a file. */
    public static synchronized void createIfAbsent(Path file) {
        if (Files.exists(file)) {
            return;
        }
        Path directory = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(directory);
            // A process that is killed leaves no half of a keyset.
            Path fresh = Files.createTempFile(directory, "keyset", ".new", ownerOnly());
            Files.write(fresh, create().getBytes(UTF_8));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("No keyset can be written to " + file, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
