package io.entente.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestResolverTest {

    @Test
    void a_cursor_continues_after_the_page_before() {
        assertThat(PageRequestResolver.read("2", Page.cursor("ref_ü1"))).isEqualTo(new PageRequest(2, "ref_ü1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "abc", "a", "_w"})
    void a_cursor_that_no_page_gave_is_refused(String cursor) {
        assertThatThrownBy(() -> PageRequestResolver.read(null, cursor)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void both_parameters_are_named_if_both_are_wrong() {
        assertThatThrownBy(() -> PageRequestResolver.read("0", "!!!"))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(refused.errors())
                        .extracting("field")
                        .containsExactly("limit", "cursor"));
    }
}
