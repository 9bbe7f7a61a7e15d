package io.entente.partner.programcosts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entente.partner.programcosts.CostCategory;
import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostFileTest {

    private static final String HEADER = "day,category,amount,currency,note\n";

    @Test
    void equal_rows_have_ids_of_their_own_and_the_same_file_has_the_same_ids() {
        String text = HEADER
                + "2027-03-01,SYSTEMS,99.00,USD,\"Portal, March\"\n\n2027-03-01,systems,99.00,USD,\"Portal, March\"\n";

        CostFile file = CostFile.read(text);

        assertThat(file.costs()).hasSize(2);
        assertThat(file.costs().get(1).category()).isEqualTo(CostCategory.SYSTEMS);
        assertThat(file.costs().get(0).amount()).isEqualTo(Money.parse("USD 99.00"));
        assertThat(file.costs().get(0).note()).isEqualTo("Portal, March");
        assertThat(file.ids())
                .doesNotHaveDuplicates()
                .isEqualTo(CostFile.read(text).ids());
    }

    @Test
    void each_wrong_line_is_named() {
        InvalidInputException refused = refused(
                HEADER
                        + "2027-02-30,SYSTEMS,99.00,USD,\n2027-02-03,TRAVEL,99.00,USD,\n2027-02-03,SYSTEMS,-1,USD,\n2027-02-03,SYSTEMS,1,EURO,\nx\n");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors())
                .extracting(FieldError::field)
                .containsExactly("line 2 day", "line 3 category", "line 4 amount", "line 5 amount", "line 6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "day;category\n",
                "day,category,amount,currency\n",
                "day,day\n1,2\n",
                "day,category,amount,currency,note\n\"2027"
            })
    void another_file_is_refused(String text) {
        assertThat(refused(text).status()).isEqualTo(400);
    }

    @Test
    void a_file_has_a_greatest_length() {
        assertThat(refused(HEADER + "2027-03-01,SYSTEMS,1,JPY,\n".repeat(1_001))
                        .errors()
                        .get(0)
                        .message())
                .isEqualTo("must have at most 1000 rows");
    }

    private static InvalidInputException refused(String text) {
        return catchThrowableOfType(InvalidInputException.class, () -> CostFile.read(text));
    }
}
