package io.entente.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.secrets.tink.Keysets;
import org.junit.jupiter.api.Test;

class MessageSealTest {

    private final String keyset = Keysets.create();
    private final MessageSeal seal = new MessageSeal(Keysets.read(keyset));

    @Test
    void whoever_has_the_keyset_reads_the_text_of_this_message_only() {
        String sealed = seal.seal("oms_1", "mira@quay.example");

        assertThat(sealed).doesNotContain("mira", "quay");
        assertThat(new MessageSeal(Keysets.read(keyset)).open("oms_1", sealed)).isEqualTo("mira@quay.example");
        assertThatThrownBy(() -> seal.open("oms_2", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new MessageSeal(Keysets.read(Keysets.create())).open("oms_1", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("mira");
        for (String damaged : new String[] {"", "1.2", "a.b.c", sealed.substring(0, sealed.length() - 4)}) {
            assertThatThrownBy(() -> seal.open("oms_1", damaged)).as(damaged).isInstanceOf(IllegalStateException.class);
        }
    }
}
