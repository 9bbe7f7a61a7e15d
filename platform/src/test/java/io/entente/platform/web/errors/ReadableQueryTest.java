package io.entente.platform.web.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableQueryTest {

    private static final String RULE = "must be UTF-8 in percent-encoding, such as %C3%A9 for é";

    @ParameterizedTest
    @ValueSource(strings = {"q=%E4%B8%8A%E6%B5%B7&q=a+b", "", "q", "q=&status=%f0%9f%98%80", "a%20b=1", "q=a=b%3D"})
    void utf_8_in_percent_encoding_is_read(String query) {
        assertThat(ReadableQuery.faults(query)).isEmpty();
    }

    @Test
    void a_request_without_a_query_has_no_fault() {
        assertThat(ReadableQuery.faults(null)).isEmpty();
    }

    /** Latin-1, a cut character, an overlong form, a surrogate, an odd digit, a cut escape, and a sign that is no digit. */
    @ParameterizedTest
    @ValueSource(strings = {"%E9", "%E4%B8", "%C0%AF", "%ED%A0%80", "%4", "%", "%zz", "%+1", "a%FFb"})
    void anything_else_names_its_parameter(String value) {
        assertThat(ReadableQuery.faults("limit=5&q=" + value + "&z=1")).containsExactly(new FieldError("q", RULE));
    }

    @Test
    void every_parameter_is_named_once() {
        assertThat(ReadableQuery.faults("q=%ff&q=%fe&%ff=1&status=%80"))
                .containsExactly(
                        new FieldError("q", RULE),
                        new FieldError("query", "has a parameter whose name " + RULE),
                        new FieldError("status", RULE));
    }
}
