package io.entente.commission.commissions.payables;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.payables.PayoutEntry.Item;
import io.entente.commission.commissions.payables.PayoutEntry.Stage;
import io.entente.commission.partners.PartnerId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A payout of 1,000.00 that sets off 250.00, with 19 % VAT on the rest. */
class PayoutTextsTest {

    private static final Money GROSS = Money.parse("EUR 1000.00");
    private static final Money NETTED = Money.parse("EUR 250.00");
    private static final TaxTerms TERMS = new TaxTerms(new BigDecimal("19"), BigDecimal.ZERO, "DOMESTIC");

    @Test
    void a_planned_payout_counts_its_portions_in_words_that_fit() {
        assertThat(PayoutTexts.planned(1, GROSS, NETTED, taxed(TaxTerms.NONE)))
                .containsExactly(
                        "1 portion adds up to 1000.00 EUR. Of what the partner owes back, 250.00 EUR are set off."
                                + " The payout is 750.00 EUR of commission.");
        assertThat(PayoutTexts.planned(2, GROSS, NETTED, taxed(TERMS)))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("2 portions add up to 1000.00 EUR.");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void each_step_names_the_payout_its_amounts_and_its_taxes(Stage stage) {
        List<String> steps = payout().at(stage, 0, "user:a", "Because.").explanation();

        assertThat(steps.get(0)).isEqualTo("Because.");
        assertThat(steps.get(1))
                .contains("1000.00 EUR", "ayout pay_1", "250.00 EUR")
                .contains(stage == Stage.PAID || stage == Stage.PLANNED ? "750.00 EUR" : "payable again");
        assertThat(steps.get(2))
                .isEqualTo(
                        "With VAT of 142.50 EUR and withheld tax of 0.00 EUR, the amount transferred is 892.50 EUR.");
    }

    private static TaxedItems taxed(TaxTerms terms) {
        return new TaxedItems(Map.of(terms, GROSS.minus(NETTED)));
    }

    private static PayoutEntry payout() {
        return new PayoutEntry(
                new PartnerId("par_ash"),
                "pay_1",
                Stage.PLANNED,
                0,
                GROSS,
                NETTED,
                TERMS.on(GROSS.minus(NETTED)),
                List.of(new Item(CommissionId.of("d", new PartnerId("par_ash")), 1, GROSS)),
                "user:a",
                List.of());
    }
}
