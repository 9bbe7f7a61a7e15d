package io.entente.commission.payees;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxNumbersTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-07-16");

    @ParameterizedTest
    @CsvSource({
        "W9,12-3456789,true",
        "W9,123-45-6789,true",
        "W9,912-70-1234,true",
        "W9,123456789,true",
        "W9,,false",
        "W9,1234,false",
        "W9,000-12-3456,false",
        "W9,666-12-3456,false",
        "W9,123-00-6789,false",
        "W9,DE123456789,false",
        "W8BENE,DE123456789,true",
        "W8BEN,,true",
        "W8BEN,1,false"
    })
    void a_number_goes_with_its_form(TaxForm.Type form, String number, boolean right) {
        assertThat(TaxNumbers.problem(form, number) == null).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "W9,2026-07-16,true",
        "W9,2026-07-17,false",
        "W9,2001-01-01,true",
        "W9,1999-12-31,false",
        "W8BEN,2023-01-01,true",
        "W8BEN,2022-12-31,false"
    })
    void the_date_of_a_form_is_plausible(TaxForm.Type form, LocalDate receivedOn, boolean plausible) {
        assertThat(new TaxForm(form, receivedOn).implausible(TODAY) == null).isEqualTo(plausible);
    }

    @Test
    void the_hyphens_of_a_number_decide_whose_it_is() {
        assertThat(TaxNumbers.taxpayer("12-3456789"))
                .isEqualTo("EIN/123456789")
                .isEqualTo(TaxNumbers.taxpayer("123456789"));
        assertThat(TaxNumbers.taxpayer("123-45-6789")).isEqualTo("SSN/123456789");
    }
}
