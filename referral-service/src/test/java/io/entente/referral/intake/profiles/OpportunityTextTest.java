package io.entente.referral.intake.profiles;

import static io.entente.referral.intake.profiles.OpportunityRows.COLUMNS;
import static io.entente.referral.intake.profiles.OpportunityRows.CRM;
import static io.entente.referral.intake.profiles.OpportunityRows.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.csv.SpreadsheetText;
import io.entente.platform.domain.FieldError;
import io.entente.referral.intake.profiles.OpportunityMapping.Mapped;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the text of a cell is read. */
class OpportunityTextTest {

    @Test
    void a_name_with_a_byte_that_could_not_be_decoded_is_rejected() throws Exception {
        Mapped mapped = new OpportunityMapping(CRM, COLUMNS, FileReading.OPEN)
                .map(
                        List.of("1", "Moses Frase", "GTX", "J\uFFFDrg", "Prospecting", "", "", ""),
                        OpportunityRows::named,
                        TODAY);

        assertThat(mapped.errors())
                .containsExactly(new FieldError("account", "contains a character that is not in the file's encoding"));
    }

    @ParameterizedTest
    @CsvSource({
        "a\u202Eb, must not override the direction of writing (U+202E)",
        "a\u0007b, must not contain the control character U+0007",
        "a\uD83Db, must not contain half of a character (the lone surrogate U+D83D)",
        "\u200B\u2060, must contain a visible character"
    })
    void a_cell_follows_the_rule_for_text(String cell, String message) throws Exception {
        Mapped mapped = new OpportunityMapping(CRM, COLUMNS, FileReading.OPEN)
                .map(
                        List.of(cell, "Moses Frase", cell, cell, "Prospecting", "", "", ""),
                        OpportunityRows::named,
                        TODAY);

        assertThat(mapped.errors())
                .containsExactly(
                        new FieldError("opportunity_id", message),
                        new FieldError("product", message),
                        new FieldError("account", message));
    }

    @Test
    void a_cell_is_composed_and_trimmed() throws Exception {
        Mapped mapped = new OpportunityMapping(CRM, COLUMNS, FileReading.OPEN)
                .map(
                        List.of(
                                "1",
                                "\u00A0Moses Frase\u3000",
                                "GTX\u202F",
                                "\u00A0Ko\u0308ln \r\n Logistik",
                                "Prospecting",
                                "",
                                "",
                                ""),
                        OpportunityRows::named,
                        TODAY);

        assertThat(mapped.errors()).isEmpty();
        assertThat(mapped.opportunity().service()).isEqualTo("GTX");
        assertThat(mapped.opportunity().client().organisation()).isEqualTo("K\u00F6ln Logistik");
    }

    @Test
    void a_value_that_was_guarded_for_spreadsheets_keeps_its_meaning() throws Exception {
        OpportunityMapping mapping = new OpportunityMapping(CRM, COLUMNS, FileReading.OPEN);
        List<String> row = List.of("1", "Moses Frase", "=GTX", "+Acme", "Prospecting", "", "", "");
        List<String> harmless = row.stream().map(SpreadsheetText::harmless).toList();

        assertThat(mapping.map(harmless, OpportunityRows::named, TODAY))
                .isEqualTo(mapping.map(row, OpportunityRows::named, TODAY));
        assertThat(harmless.get(3)).isEqualTo("'+Acme");
    }
}
