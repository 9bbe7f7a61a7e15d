package io.entente.platform.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnquotedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Cannot deserialize value of type int from String \"Anna Plank\": not a number|Cannot deserialize value of type int from String \"…\": not a number",
                "Unrecognized token 'Plank': was expecting|Unrecognized token \"…\": was expecting",
                "Can't be read, and doesn't end|Can't be read, and doesn't end",
                "dup key: { mail: \"a\\\"b\" }|dup key: { mail: \"…\" }",
                "cut off after \"Anna Pl|cut off after \"…\"",
                "to anna@plank.example failed|to … failed",
                "account DE89 3704 0044 0532 0130 00 is closed|account … is closed",
                "account NO9386011117947|account …",
                "deal deal_01k2m8zq4v of par_01k2m8zq4v has 3 parts|deal deal_01k2m8zq4v of par_01k2m8zq4v has 3 parts"
            })
    void values_are_left_out_and_words_stay(String message, String unquoted) {
        assertThat(Unquoted.of(message)).isEqualTo(unquoted);
    }

    @Test
    void a_long_message_takes_no_long_time() {
        assertThat(Unquoted.of("\"".repeat(100_001) + "'".repeat(100_001))).isNotEmpty();
    }
}
