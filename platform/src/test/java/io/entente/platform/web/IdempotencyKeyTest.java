package io.entente.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.domain.IdGenerator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {

    @Test
    void the_same_key_of_the_same_caller_gives_the_same_id() {
        assertThat(id("k-1", "user:ann")).isEqualTo(id("k-1", "user:ann"));
    }

    @Test
    void the_same_key_of_another_caller_another_operation_or_another_key_gives_another_id() {
        List<String> ids = Stream.of(
                        id("k-1", "user:ann"),
                        id("k-1", "user:ben"),
                        id("k-1", "partner:par_1/ann"),
                        id("k-1", "partner:par_2/ann"),
                        id("k-1", "client:ann"),
                        id("k-2", "user:ann"),
                        IdempotencyKey.of("k-1", "user:ann").idFor("ord", "returns", IdGenerator.ulids()))
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void nobody_makes_a_key_that_reads_as_somebody_elses() {
        assertThatThrownBy(() -> IdempotencyKey.of("user:ben k-1", "user:ann"))
                .isInstanceOf(InvalidInputException.class);
        assertThat(id("k-1", "user:an")).isNotEqualTo(id("nk-1", "user:a"));
    }

    private static String id(String key, String caller) {
        return IdempotencyKey.of(key, caller).idFor("ord", "orders", IdGenerator.ulids());
    }
}
