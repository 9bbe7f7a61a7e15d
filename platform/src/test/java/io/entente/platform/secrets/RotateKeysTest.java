package io.entente.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.platform.secrets.tink.Keysets;
import io.entente.platform.secrets.tink.RotatedKeyset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotateKeysTest {

    private static final String BEFORE = Keysets.create();
    private static final String AFTER = RotatedKeyset.of(BEFORE);
    private static final Instant NOW = Instant.parse("2026-04-02T09:00:00Z");

    private final KeysInMemory store = new KeysInMemory();

    @Test
    void after_a_rotation_everything_is_read_with_the_new_key_alone() {
        DataKeys before = keys(BEFORE);
        byte[] sealed = before.toWrite("par_1").orElseThrow().encrypt("DE89370400440532013000", "payees/iban");
        for (int i = 2; i <= 450; i++) {
            before.toWrite("par_" + i);
        }
        before.destroy("par_450", NOW);
        RotateKeys rotation = new RotateKeys(List.of(store), Keysets.read(AFTER));

        RotateKeys.Progress first = rotation.rotate();
        assertThat(first.wrapped()).isEqualTo(449);
        assertThat(first.remaining()).isZero();
        assertThat(rotation.rotate().wrapped()).as("repeated").isZero();

        assertThat(keys(AFTER).toRead("par_1").orElseThrow().decrypt(sealed, "payees/iban"))
                .isEqualTo("DE89370400440532013000");
        assertThatThrownBy(() -> keys(BEFORE).toRead("par_1")).hasMessageContaining("can't be opened");
    }

    @Test
    void a_destroyed_key_is_gone_for_ever_and_is_not_made_again() {
        DataKeys keys = keys(BEFORE);
        keys.toWrite("par_1");

        keys.destroy("par_1", NOW);

        assertThat(keys.toRead("par_1")).isEmpty();
        assertThat(keys.toWrite("par_1")).isEmpty();
        assertThat(keys(BEFORE).toWrite("par_1")).as("another instance").isEmpty();
    }

    @Test
    void a_key_that_is_missing_is_a_fault_and_no_erasure() {
        assertThatThrownBy(() -> keys(BEFORE).toRead("par_lost")).hasMessageContaining("data_keys");
    }

    private DataKeys keys(String keyset) {
        return new DataKeys(store, Keysets.read(keyset), Ticker.systemTicker());
    }
}
