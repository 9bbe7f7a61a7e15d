package io.entente.commission.bankreports;

import static io.entente.commission.payouts.PayoutMother.NOW;
import static io.entente.commission.payouts.PayoutMother.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.bankreports.ReportedPayment.Scope;
import io.entente.commission.payouts.InMemoryPayouts;
import io.entente.commission.payouts.OneBatch;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.PayoutMother;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a report says about a batch of three payouts: 60.00 and 40.00 EUR, and 10.10 USD. */
class ExpandReportTest {

    private final PayoutBatch batch =
            PayoutMother.batch().planned().approve("finance:u-2", NOW).orElseThrow();
    private final Payout nord = PayoutMother.planned(PayoutMother.payee("par_nord"), "EUR 60.00");
    private final Payout sued = PayoutMother.planned(PayoutMother.payee("par_sued"), "EUR 40.00");
    private final Payout pine = PayoutMother.planned(PayoutMother.american("par_pine"), "USD 10.10");
    private final ExpandReport expand = new ExpandReport(new OneBatch(batch), new InMemoryPayouts(nord, sued, pine));

    @Test
    void a_file_that_was_refused_as_a_whole_is_an_item_for_each_payout() {
        assertThat(references(whole(Scope.MESSAGE, batch.submissionKey(), Meaning.FAILED, null, null)))
                .containsExactlyInAnyOrder(id(nord), id(sued), id(pine));
    }

    @Test
    void a_payout_or_an_instruction_with_a_status_of_its_own_is_not_repeated() {
        List<String> items = references(
                whole(Scope.MESSAGE, batch.submissionKey(), Meaning.FAILED, null, null),
                whole(Scope.INSTRUCTION, batch.instructionId(CurrencyUnit.USD), Meaning.NOT_FINAL, null, null),
                whole(Scope.PAYMENT, id(nord), Meaning.PAID, null, null));

        assertThat(items).containsExactly(id(sued), batch.instructionId(CurrencyUnit.USD), id(nord));
    }

    @Test
    void a_payment_that_one_notification_debits_twice_is_left_to_a_person() {
        ReportedPayment debit = whole(Scope.PAYMENT, id(nord), Meaning.PAID, "EUR 60.00", null);
        ReportedPayment other = whole(Scope.PAYMENT, id(sued), Meaning.PAID, "EUR 40.00", null);

        assertThat(expand.expand(new ReportFile(
                                ReportFile.Kind.CAMT_054,
                                "camt.054.001.08",
                                "S-1",
                                "1",
                                "bank",
                                List.of(debit, other, debit)))
                        .payments())
                .extracting(ReportedPayment::meaning)
                .containsExactly(Meaning.PAID, Meaning.PAID, Meaning.UNCLEAR);
        assertThat(expanded(debit, debit))
                .as("a status that is repeated")
                .extracting(ReportedPayment::meaning)
                .containsExactly(Meaning.PAID, Meaning.PAID);
    }

    @Test
    void an_instruction_is_one_currency_of_the_batch() {
        assertThat(references(
                        whole(Scope.INSTRUCTION, batch.instructionId(CurrencyUnit.EUR), Meaning.FAILED, null, null)))
                .containsExactlyInAnyOrder(id(nord), id(sued));
    }

    @Test
    void a_batch_that_was_booked_in_one_sum_pays_its_payouts_if_sum_and_number_are_right() {
        String euros = batch.instructionId(CurrencyUnit.EUR);

        assertThat(references(whole(Scope.INSTRUCTION, euros, Meaning.PAID, "EUR 100.00", 2)))
                .containsExactlyInAnyOrder(id(nord), id(sued));
        for (ReportedPayment wrong : List.of(
                whole(Scope.INSTRUCTION, euros, Meaning.PAID, "EUR 99.99", 2),
                whole(Scope.INSTRUCTION, euros, Meaning.PAID, "EUR 100.00", 3),
                whole(Scope.INSTRUCTION, euros, Meaning.PAID, "USD 100.00", 2))) {
            assertThat(expanded(wrong))
                    .singleElement()
                    .extracting(ReportedPayment::meaning)
                    .isEqualTo(Meaning.UNCLEAR);
        }
    }

    @Test
    void an_unknown_batch_stays_one_item_and_a_status_on_the_way_too() {
        assertThat(references(whole(Scope.MESSAGE, "P-other", Meaning.FAILED, null, null)))
                .containsExactly("P-other");
        assertThat(references(whole(Scope.INSTRUCTION, "USD", Meaning.FAILED, null, null)))
                .containsExactly("USD");
        assertThat(references(whole(Scope.MESSAGE, batch.submissionKey(), Meaning.NOT_FINAL, null, null)))
                .containsExactly(batch.submissionKey());
    }

    private static String id(Payout payout) {
        return payout.id().endToEndId();
    }

    private List<String> references(ReportedPayment... payments) {
        return expanded(payments).stream()
                .map(payment -> String.valueOf(payment.reference()))
                .toList();
    }

    private List<ReportedPayment> expanded(ReportedPayment... payments) {
        return expand.expand(new ReportFile(
                        ReportFile.Kind.PAIN_002, "pain.002.001.10", "S-1", "1", "bank", List.of(payments)))
                .payments();
    }

    private static ReportedPayment whole(
            Scope scope, String reference, Meaning meaning, @Nullable String amount, @Nullable Integer count) {
        List<ReportedAmount> amounts = new ArrayList<>();
        if (amount != null) {
            amounts.add(new ReportedAmount(new BigDecimal(amount.substring(4)), amount.substring(0, 3)));
        }
        return new ReportedPayment(scope, reference, null, "CODE", meaning, amounts, count, TODAY, null, null, null);
    }
}
