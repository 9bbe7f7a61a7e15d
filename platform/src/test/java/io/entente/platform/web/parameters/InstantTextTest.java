package io.entente.platform.web.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.format.support.DefaultFormattingConversionService;

class InstantTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026", "20270101", "1767225600000", "-5", "2026-03-31", "yesterday", " "})
    void a_number_or_a_day_is_not_a_time(String text) {
        DefaultFormattingConversionService conversion = new DefaultFormattingConversionService();
        conversion.addConverter(String.class, Instant.class, InstantText::read);

        assertThatThrownBy(() -> InstantText.read(text)).isInstanceOf(DateTimeParseException.class);
        assertThatThrownBy(() -> conversion.convert(text, Instant.class))
                .hasRootCauseInstanceOf(DateTimeParseException.class);
    }

    @Test
    void a_time_can_have_any_offset() {
        assertThat(InstantText.read("2026-03-31T09:00:00Z")).isEqualTo("2026-03-31T09:00:00Z");
        assertThat(InstantText.read(" 2026-03-31T09:00:00+08:00")).isEqualTo("2026-03-31T01:00:00Z");
    }
}
