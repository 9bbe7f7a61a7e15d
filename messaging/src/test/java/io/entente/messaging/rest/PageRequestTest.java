package io.entente.messaging.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @Test
    void a_cursor_leads_to_where_the_page_before_ended() {
        assertThat(PageRequest.of("2", PageRequest.cursorOf("ref_ü1"))).isEqualTo(new PageRequest(2, "ref_ü1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "abc", "a", "_w"})
    void a_cursor_that_no_page_gave_is_refused(String cursor) {
        assertThatThrownBy(() -> PageRequest.of(null, cursor)).isInstanceOf(InvalidInputException.class);
    }
}
