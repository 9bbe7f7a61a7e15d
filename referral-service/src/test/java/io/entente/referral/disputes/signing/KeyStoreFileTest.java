package io.entente.referral.disputes.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoreFileTest {

    private static final Instant NOW = Instant.parse("2026-06-15T10:30:00Z");

    @TempDir
    Path directory;

    @Test
    void a_missing_key_is_created_once_and_only_its_owner_can_read_it() throws IOException {
        Path path = directory.resolve("keys").resolve("dispute-files.p12");
        KeyStoreFile file = new KeyStoreFile(path, "secret", "dispute-files");

        file.createIfMissing("Entente dispute files", NOW);
        SigningKey first = file.read();
        file.createIfMissing("Entente dispute files", NOW.plusSeconds(1));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(file.read()).isEqualTo(first);
        assertThat(first.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=Entente dispute files");
        assertThat(first.certificate().getNotBefore().toInstant()).isEqualTo(NOW);
        assertThat(first.toString()).doesNotContain("RSA");
        try (Stream<Path> files = Files.list(path.getParent())) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void a_key_store_that_cannot_be_used_says_why() {
        Path path = directory.resolve("dispute-files.p12");
        assertThatThrownBy(() -> new KeyStoreFile(path, "secret", "dispute-files").read())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("dispute-files.p12 does not exist");
        new KeyStoreFile(path, "secret", "dispute-files").createIfMissing("A signer", NOW);

        assertThatThrownBy(() -> new KeyStoreFile(path, "other", "dispute-files").read())
                .hasMessageEndingWith("must be a PKCS #12 file that the password opens");
        assertThatThrownBy(() -> new KeyStoreFile(path, "secret", "another").read())
                .hasMessageEndingWith("must have a private key with a certificate under the alias another");
    }
}
