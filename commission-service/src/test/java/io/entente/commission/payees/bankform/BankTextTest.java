package io.entente.commission.payees.bankform;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Müller|Mueller",
                "MÜLLER GMBH|MUELLER GMBH",
                "Straße|Strasse",
                "株式会社|zhu shi hui she",
                "Łódź|Lodz",
                "Ωμέγα|Omega",
                "Иванов|Ivanov",
                "서울|seoul",
                "Smith & Sons; [Ltd]_2|Smith + Sons, (Ltd)-2",
                "100% @home|100. .home",
                "😀 Bob|Bob",
                "//a / / b//|a / b"
            })
    void text_is_written_in_the_characters_of_the_epc(String text, String written) {
        assertThat(BankText.of(text, 140)).isEqualTo(written);
    }

    @Test
    void line_breaks_become_spaces_and_a_cut_text_does_not_end_with_a_space_or_a_slash() {
        assertThat(BankText.of("a\r\nb\tc", 140)).isEqualTo("a b c");
        assertThat(BankText.of("abc /def", 5)).isEqualTo("abc");
    }

    @Test
    void a_name_of_emoji_alone_cannot_be_written() {
        assertThat(BankText.isWritable("😀😀")).isFalse();
        assertThat(BankText.isWritable("...")).isFalse();
        assertThat(BankText.isWritable("七")).isTrue();
    }

    @Property(tries = 300)
    void any_text_keeps_to_the_set_the_length_and_the_rules_for_slashes(@ForAll String text) {
        String written = BankText.of(text, 70);

        assertThat(written.codePoints()).allMatch(BankText::isAllowed);
        assertThat(written.length()).isLessThanOrEqualTo(70);
        assertThat(written).isEqualTo(written.strip()).doesNotContain("//");
        assertThat(written.startsWith("/") || written.endsWith("/")).isFalse();
    }
}
