package io.entente.platform.secrets.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.secrets.PlainText;
import io.entente.platform.secrets.tink.Keysets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsConfigurationTest {

    private final SecretsConfiguration configuration = new SecretsConfiguration();

    @Test
    void a_service_without_a_keyset_says_which_setting_is_missing() {
        for (String blank : new String[] {null, " "}) {
            assertThatThrownBy(() -> configuration.keyWrapping(properties(blank, null, false)))
                    .hasMessageContaining("entente.secrets.keyset or entente.secrets.keyset-file must give the keyset")
                    .hasMessageContaining("docs/security.md");
        }
    }

    @Test
    void a_file_is_made_only_if_that_is_set(@TempDir Path directory) {
        Path file = directory.resolve("keyset.json");

        assertThatThrownBy(() -> configuration.keyWrapping(properties(null, file, false)))
                .hasMessageContaining("keyset.json can't be read");
        assertThat(configuration.keyWrapping(properties(null, file, true)).primaryKey())
                .isEqualTo(
                        configuration.keyWrapping(properties("", file, false)).primaryKey());
    }

    @Test
    void the_keyset_itself_is_never_printed() {
        String keyset = Keysets.create();

        assertThat(properties(keyset, null, false).toString()).doesNotContain("key\"", "AesGcm");
        assertThat(configuration
                        .keyWrapping(properties(keyset, Path.of("absent.json"), false))
                        .toString())
                .doesNotContain("AesGcm");
    }

    @Test
    void a_service_without_the_keyset_of_messages_says_which_setting_is_missing() {
        assertThatThrownBy(() -> new MessageSealConfiguration().messageSeal(properties(Keysets.create(), null, true)))
                .hasMessageContaining(
                        "entente.secrets.messages-keyset or entente.secrets.messages-keyset-file must give");
    }

    private static SecretsProperties properties(@Nullable String keyset, @Nullable Path file, boolean create) {
        return new SecretsProperties(keyset, file, create, null, null, PlainText.UNTIL_ENCRYPTED);
    }
}
