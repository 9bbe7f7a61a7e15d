package io.entente.commission.invoices.vat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of VAT ids: for each country one that is right, and the same with another last digit or one digit less. */
class VatIdsTest {

    @ParameterizedTest
    @CsvSource({
        "AT, ATU13585627, ATU13585626",
        "BE, BE0428759497, BE0428759498",
        "DE, DE136695976, DE136695977",
        "DK, DK13585628, DK13585627",
        "ES, ESA28015865, ESA28015866",
        "FI, FI20774740, FI20774741",
        "FR, FR40303265045, FR41303265045",
        "GR, EL094259216, EL094259217",
        "IE, IE6433435F, IE6433435G",
        "IT, IT00743110157, IT00743110158",
        "NL, NL004495445B01, NL004495446B01",
        "PL, PL8567346215, PL8567346216",
        "PT, PT501964843, PT501964842",
        "SE, SE556188840401, SE556188840501"
    })
    void form_and_check_digits_are_those_of_the_country(String country, String right, String wrong) {
        assertThat(VatIds.isPossible(right, country)).isTrue();
        assertThat(VatIds.isPossible(wrong, country)).isFalse();
        assertThat(VatIds.isPossible(right.substring(0, right.length() - 1), country))
                .as("a character less")
                .isFalse();
        assertThat(VatIds.isPossible(right, country.equals("DE") ? "FR" : "DE"))
                .as("another country")
                .isFalse();
    }

    @Test
    void spaces_dots_hyphens_and_small_letters_don_t_matter() {
        assertThat(VatIds.plain("de 136.695-976")).isEqualTo("DE136695976");
    }
}
