package io.entente.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final Decision<Integer> ALLOWED = Decision.allowed(20);
    private static final Decision<Integer> REJECTED = Decision.rejected("the deal is closed");

    @Test
    void fold_handles_both_answers() {
        assertThat(ALLOWED.<String>fold(value -> "value " + value, reason -> reason))
                .isEqualTo("value 20");
        assertThat(REJECTED.<String>fold(value -> "value " + value, reason -> reason))
                .isEqualTo("the deal is closed");
    }

    @Test
    void map_changes_a_result_and_keeps_a_refusal() {
        assertThat(ALLOWED.map(value -> value + 1)).isEqualTo(Decision.allowed(21));
        assertThat(REJECTED.map(value -> value + 1)).isEqualTo(REJECTED);
    }

    @Test
    void flat_map_continues_only_if_the_first_decision_allows_it() {
        assertThat(ALLOWED.flatMap(value -> Decision.<String>rejected("too late for " + value)))
                .isEqualTo(Decision.rejected("too late for 20"));
        assertThat(REJECTED.flatMap(value -> Decision.allowed("next"))).isEqualTo(REJECTED);
    }

    @Test
    void the_result_or_the_reason_is_present() {
        assertThat(ALLOWED.isAllowed()).isTrue();
        assertThat(ALLOWED.rejection()).isEmpty();
        assertThat(REJECTED.isAllowed()).isFalse();
        assertThat(REJECTED.rejection()).contains("the deal is closed");
    }

    @Test
    void a_refusal_becomes_the_exception_that_the_caller_makes_of_its_reason() {
        assertThat(ALLOWED.orElseThrow(UnsupportedOperationException::new)).isEqualTo(20);
        assertThatThrownBy(() -> REJECTED.orElseThrow(UnsupportedOperationException::new))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("the deal is closed");
    }
}
