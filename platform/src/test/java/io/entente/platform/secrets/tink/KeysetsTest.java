package io.entente.platform.secrets.tink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.secrets.FieldCipher;
import io.entente.platform.secrets.WrappedKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetsTest {

    private final TinkKeyWrapping wrapping = Keysets.read(Keysets.create());

    @Test
    void a_text_is_read_only_at_its_place_with_its_owners_key_and_unchanged() {
        WrappedKey key = wrapping.create("par_1");
        FieldCipher cipher = wrapping.open("par_1", key);
        byte[] sealed = cipher.encrypt("Müller & Söhne 株式会社", "payees/par_1/holder");

        assertThat(cipher.decrypt(sealed, "payees/par_1/holder")).isEqualTo("Müller & Söhne 株式会社");
        assertThat(sealed)
                .as("the same text is never encrypted to the same bytes")
                .isNotEqualTo(cipher.encrypt("Müller & Söhne 株式会社", "payees/par_1/holder"));
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("ller");
        assertThatThrownBy(() -> cipher.decrypt(sealed, "payees/par_1/taxId"))
                .hasMessageContaining("belongs elsewhere");
        byte[] changed = Arrays.copyOf(sealed, sealed.length);
        changed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> cipher.decrypt(changed, "payees/par_1/holder")).hasMessageContaining("was changed");
        FieldCipher other = wrapping.open("par_2", wrapping.create("par_2"));
        assertThatThrownBy(() -> other.decrypt(sealed, "payees/par_1/holder"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> wrapping.open("par_2", key))
                .as("the key of one owner under the name of another")
                .hasMessageContaining("par_2");
        assertThatThrownBy(() -> Keysets.read(Keysets.create()).open("par_1", key))
                .hasMessageContaining("the keyset must still have that key");
    }

    @Test
    void a_text_that_is_no_keyset_is_refused_and_not_repeated() {
        String damaged = Keysets.create().replace("primaryKeyId", "primary");

        for (String wrong : new String[] {"hunter2", "{}", damaged}) {
            assertThatThrownBy(() -> Keysets.read(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause()
                    .hasMessageContaining("keyset of Tink")
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void a_file_is_made_once_and_only_its_owner_reads_it(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("keys").resolve("keyset.json");

        Keysets.createIfAbsent(file);
        String made = Files.readString(file);
        Keysets.createIfAbsent(file);

        assertThat(Files.readString(file)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Keysets.read(file).primaryKey()).isEqualTo(Keysets.read(made).primaryKey());
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }
}
