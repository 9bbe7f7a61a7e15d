package io.entente.sandbox.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the identity server keeps in the data directory. Only the user of the sandbox can read the files (mode 0600). */
final class IdentityFiles {

    private static final int KEY_BITS = 2048;
    private static final int SECRET_BYTES = 32;

    private final Path directory;

    /** @param directory is created if it doesn't exist */
    IdentityFiles(Path directory) {
        this.directory = directory;
    }

    /** The key that signs tokens. It is made at the first start, so tokens stay good when the sandbox starts again. */
    RSAKey key() {
        String stored = read("identity-key.json");
        try {
            if (stored != null) {
                return RSAKey.parse(stored);
            }
            RSAKey key = new RSAKeyGenerator(KEY_BITS).keyIDFromThumbprint(true).generate();
            write("identity-key.json", key.toJSONString());
            return key;
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(
                    "The key in %s is not readable. Delete the file, and the sandbox makes a new key."
                            .formatted(directory.resolve("identity-key.json")),
                    e);
        }
    }

    /** The partners of the demo. */
    List<String> partnerIds() {
        String stored = read("identity-partners.txt");
        return stored == null ? List.of() : stored.lines().toList();
    }

    void partnerIds(List<String> ids) {
        write("identity-partners.txt", String.join("\n", ids));
    }

    /** The secret of a machine client in the form in which it is checked; null if the client has none yet. */
    @Nullable
    String secretHash(String client) {
        return read("identity-client-%s.txt".formatted(client));
    }

    void secretHash(String client, String hash) {
        write("identity-client-%s.txt".formatted(client), hash);
    }

    /** New secrets for the given clients, by client. */
    static Map<String, String> newSecrets(List<String> clients) {
        SecureRandom random = new SecureRandom();
        Map<String, String> secrets = new LinkedHashMap<>();
        for (String client : clients) {
            byte[] secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            secrets.put(client, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        return secrets;
    }

    private @Nullable String read(String name) {
        Path file = directory.resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes to a file of its own first, so a sandbox that is killed leaves the old file or the new one. */
    private void write(String name, String text) {
        try {
            Files.createDirectories(directory);
            Path fresh = Files.createTempFile(directory, name, ".new", ownerOnly());
            Files.write(fresh, text.getBytes(UTF_8));
            Files.move(fresh, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
