package io.entente.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DerivedIdTest {

    @Test
    void the_same_cause_gives_the_same_id() {
        assertThat(DerivedId.of("com", "deal-1", "par_1"))
                .isEqualTo(DerivedId.of("com", "deal-1", "par_1"))
                .startsWith("com_")
                .hasSize(36);
    }

    @Test
    void parts_are_kept_apart() {
        assertThat(DerivedId.of("com", "a", "bc")).isNotEqualTo(DerivedId.of("com", "ab", "c"));
    }
}
