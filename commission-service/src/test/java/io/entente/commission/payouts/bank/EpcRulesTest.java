package io.entente.commission.payouts.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PostalAddress;
import io.entente.commission.payouts.ListedPayouts;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.PayoutMother;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule refuses a file that breaks it alone. */
class EpcRulesTest {

    private static final Clock CLOCK = Clock.fixed(PayoutMother.NOW, ZoneOffset.UTC);

    private static final Debtor DEBTOR = new Debtor("Northwind", "CH9300762011623852957", "", null, Map.of());
    private static final PayoutBatch BATCH = PayoutMother.batch()
            .planned()
            .approve("finance:u-2", PayoutMother.NOW)
            .orElseThrow();

    @Test
    void a_written_file_breaks_no_rule() throws Exception {
        assertThat(violations(file())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Nm>Northwind</Nm>|<Nm>Nörthwind</Nm>|U+00F6",
                "<Nm>Studio</Nm>|<Nm>Studio&#13;&#10;Nord</Nm>|U+000D",
                "<Nm>Studio</Nm>|<Nm>/Studio</Nm>|begins or ends with a slash",
                "<Nm>Studio</Nm>|<Nm>Studio//Nord</Nm>|two in a row",
                "<Nm>Studio</Nm>|<Nm> </Nm>|Nm is empty",
                "<Nm>Studio</Nm>|<Nm>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</Nm>|70 characters",
                "<TwnNm>Bonn</TwnNm>||both TwnNm and Ctry",
                "<TwnNm>Bonn</TwnNm>|<TwnNm>Bonn</TwnNm><AdrLine>Bonn</AdrLine>|AdrLine",
                "DE89370400440532013000|DE88370400440532013000|IBAN is not valid",
                "COBADEFFXXX|BNPAFRPPXXX|different countries",
                "<ChrgBr>SLEV</ChrgBr>|<ChrgBr>SHAR</ChrgBr>|must be SLEV",
                "Ccy=\"EUR\">1.00<|Ccy=\"EUR\">0.00<|above zero",
                "Ccy=\"EUR\">1.00<|Ccy=\"EUR\">1000000000.00<|999999999.99",
                "Ccy=\"EUR\">1.00<|Ccy=\"EUR\">2.00<|PmtInf announces 1 transfers of 1.00",
                "<NbOfTxs>1</NbOfTxs>|<NbOfTxs>2</NbOfTxs>|GrpHdr announces 2"
            })
    void a_file_that_breaks_a_rule_is_refused(String text, String broken, String rule) throws Exception {
        assertThat(file()).contains(text);

        List<String> violations = violations(file().replace(text, broken == null ? "" : broken));

        assertThat(violations).anySatisfy(violation -> assertThat(violation).contains(rule));
    }

    @Test
    void a_payout_frozen_with_a_wrong_account_prevents_the_file_and_nothing_is_handed_out() {
        Payee nord = payee();
        Payee wrong = new Payee(
                nord.partnerId(),
                "Studio",
                new BankAccount("DE88370400440532013000", null, null, null),
                "DE",
                null,
                nord.currency(),
                null,
                null,
                null,
                1);
        PaymentFiles files = new PaymentFiles(format(wrong));

        assertThat(files.missing(BATCH))
                .hasValueSatisfying(why -> assertThat(why).contains("IBAN is not valid"));
        assertThatThrownBy(() -> files.use(BATCH, file -> file)).isInstanceOf(RefusedFileException.class);
        assertThat(new PaymentFiles(format(nord)).missing(BATCH)).isEmpty();
    }

    @Test
    void an_account_outside_sepa_needs_the_bic_of_its_bank() {
        String iban = "KW81CBKU0000000000001234560101";
        PaymentFiles files = new PaymentFiles(format(payee()));

        assertThat(files.problem(PayoutMother.planned(abroad(iban, null), "EUR 100.00")))
                .contains("CdtrAgt must have a BICFI, because CdtrAcct is outside SEPA.");
        assertThat(files.problem(PayoutMother.planned(abroad(iban, "CBKUKWKWXXX"), "EUR 100.00")))
                .isEmpty();
    }

    private static Payee abroad(String iban, @Nullable String bic) {
        Payee nord = payee();
        return new Payee(
                nord.partnerId(),
                "Studio",
                new BankAccount(iban, null, null, bic),
                "KW",
                null,
                nord.currency(),
                null,
                null,
                null,
                1);
    }

    @Test
    void a_payout_that_no_bank_would_transfer_is_known_before_there_is_a_file() {
        PaymentFiles files = new PaymentFiles(format(payee()));

        assertThat(files.problem(PayoutMother.planned(payee(), "EUR 1000000000.00")))
                .contains("InstdAmt of a SEPA transfer must be euros with two decimals, at most 999999999.99.");
        assertThat(files.problem(PayoutMother.planned(payee(), "EUR 999999999.99")))
                .isEmpty();
    }

    @Test
    void a_file_that_a_bank_would_refuse_can_not_be_handed_in() {
        Pain001 tooMuch = new Pain001(
                new ListedPayouts(List.of(PayoutMother.planned(payee(), "EUR 1000000000.00"))),
                DEBTOR,
                PayoutMother.POLICIES,
                ZoneOffset.UTC,
                CLOCK);

        assertThat(new ByHand(new PaymentFiles(tooMuch)).missing(BATCH))
                .hasValueSatisfying(why -> assertThat(why).contains("at most 999999999.99"));
        assertThat(new ByHand(new PaymentFiles(format(payee()))).missing(BATCH)).isEmpty();
    }

    private static Payee payee() {
        return PayoutMother.named("par_nord", "Studio", new PostalAddress(null, null, "Bonn", "DE"));
    }

    private static Pain001 format(Payee payee) {
        return new Pain001(
                new ListedPayouts(List.of(PayoutMother.planned(payee, "EUR 1.00"))),
                DEBTOR,
                PayoutMother.POLICIES,
                ZoneOffset.UTC,
                CLOCK);
    }

    private static String file() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format(payee()).write(BATCH, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_day_of_execution_in_the_past_is_named() throws Exception {
        ByteArrayInputStream file = new ByteArrayInputStream(file().getBytes(StandardCharsets.UTF_8));

        assertThat(EpcRules.violations(file, LocalDate.parse("2026-07-18")))
                .containsExactly("ReqdExctnDt 2026-07-17 is in the past; it must not be before 2026-07-18.");
    }

    private static List<String> violations(String file) throws Exception {
        return EpcRules.violations(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), PayoutMother.TODAY);
    }
}
