package io.entente.commission.bankreports.iso20022;

import static io.entente.commission.bankreports.BankFiles.camt054;
import static io.entente.commission.bankreports.BankFiles.entry;
import static io.entente.commission.bankreports.BankFiles.group;
import static io.entente.commission.bankreports.BankFiles.instruction;
import static io.entente.commission.bankreports.BankFiles.pain002;
import static io.entente.commission.bankreports.BankFiles.transaction;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.entente.commission.bankreports.BankFiles;
import io.entente.commission.bankreports.Meaning;
import io.entente.commission.bankreports.ReportFile;
import io.entente.commission.bankreports.ReportedPayment;
import io.entente.commission.bankreports.ReportedPayment.Scope;
import io.entente.commission.bankreports.UnreadableReportException;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reports of banks say, in all shapes and versions. */
class ReportReaderTest {

    private static final String REJECTED =
            "<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Closed</AddtlInf><AddtlInf>in May</AddtlInf></StsRsnInf>";

    static Stream<String> versionsOfPain002() {
        return Stream.concat(
                IntStream.rangeClosed(3, 14).mapToObj("pain.002.001.%02d"::formatted),
                Stream.of("pain.002.002.03", "pain.002.003.03"));
    }

    static Stream<String> versionsOfCamt054() {
        return IntStream.rangeClosed(2, 13).mapToObj("camt.054.001.%02d"::formatted);
    }

    @ParameterizedTest
    @MethodSource("versionsOfPain002")
    void every_version_of_a_payment_status_report_is_read(String version) throws Exception {
        ReportFile file = read(pain002(
                version, "STS-1", group("P1", "") + instruction("P1USD", transaction("E1", REJECTED, "10.10", "USD"))));

        assertThat(file.kind()).isEqualTo(ReportFile.Kind.PAIN_002);
        assertThat(file.schema()).isEqualTo(version);
        assertThat(file.messageId()).isEqualTo("STS-1");
        assertThat(file.sender()).isEqualTo("POFICHBEXXX");
        ReportedPayment payment = only(file);
        assertThat(payment.reference()).isEqualTo("E1");
        assertThat(payment.instruction()).isEqualTo("P1USD");
        assertThat(payment.meaning()).isEqualTo(Meaning.FAILED);
        assertThat(payment.reasonCode()).isEqualTo("AC04");
        assertThat(payment.info()).isEqualTo("Closed in May");
        assertThat(payment.amounts()).hasToString("[USD 10.10]");
        assertThat(payment.bookedOn()).as("the day of the report").isEqualTo("2026-06-01");
    }

    @ParameterizedTest
    @MethodSource("versionsOfCamt054")
    void every_version_of_a_notification_is_read(String version) throws Exception {
        String status = version.compareTo("camt.054.001.08") < 0 ? "<Sts>BOOK</Sts>" : "<Sts><Cd>BOOK</Cd></Sts>";
        ReportFile file = read(camt054(
                version,
                "NTF-1",
                entry("10.10", "DBIT", status, "<NtryDtls>" + BankFiles.details("E1", "") + "</NtryDtls>")));

        assertThat(file.kind()).isEqualTo(ReportFile.Kind.CAMT_054);
        assertThat(file.sender()).isEqualTo("CH9300762011623852957");
        ReportedPayment payment = only(file);
        assertThat(payment.reference()).isEqualTo("E1");
        assertThat(payment.meaning()).isEqualTo(Meaning.PAID);
        assertThat(payment.status()).isEqualTo("BOOK DBIT");
        assertThat(payment.amounts()).hasToString("[USD 10.10]");
        assertThat(payment.valueOn()).isEqualTo("2026-06-01");
    }

    @Test
    void the_swiss_namespace_and_an_envelope_are_read() throws Exception {
        String swiss = pain002(
                        "pain.002.001.03", "STS-1", instruction("P1USD", transaction("E1", REJECTED, "1.00", "USD")))
                .replace(
                        "urn:iso:std:iso:20022:tech:xsd:pain.002.001.03",
                        "http://www.six-interbank-clearing.com/de/pain.002.001.03.ch.02.xsd");
        String enveloped = swiss.replace("<Document", "<Envelope><AppHdr><MsgDefIdr>x</MsgDefIdr></AppHdr><Document")
                .replace("</Document>", "</Document></Envelope>");

        assertThat(only(read(swiss)).reference()).isEqualTo("E1");
        assertThat(only(read(enveloped)).reference()).isEqualTo("E1");
    }

    @ParameterizedTest
    @CsvSource({
        "ACSC,PAID",
        "ACCC,PAID",
        "RJCT,FAILED",
        "CANC,FAILED",
        "ACCP,NOT_FINAL",
        "ACSP,NOT_FINAL",
        "ACTC,NOT_FINAL",
        "ACWC,NOT_FINAL",
        "ACWP,NOT_FINAL",
        "ACFC,NOT_FINAL",
        "PDNG,NOT_FINAL",
        "PART,NOT_FINAL",
        "RCVD,NOT_FINAL",
        "PATC,NOT_FINAL",
        "BLCK,UNCLEAR",
        "XXXX,UNCLEAR"
    })
    void only_final_codes_are_outcomes(String code, Meaning meaning) throws Exception {
        String status = "<TxSts>" + code + "</TxSts>";

        assertThat(only(read(pain002("pain.002.001.10", "S", instruction("P", transaction("E1", status, "1", "USD")))))
                        .meaning())
                .isEqualTo(meaning);
    }

    @Test
    void a_transaction_without_a_status_has_that_of_its_instruction_or_of_the_message() throws Exception {
        ReportFile file = read(pain002(
                "pain.002.001.10",
                "S",
                group("P1", "<GrpSts>PART</GrpSts>")
                        + instruction(
                                "P1USD",
                                "<PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Cd>AM04</Cd></Rsn></StsRsnInf>"
                                        + transaction("E1", "", "1.00", "USD"))
                        + instruction("P1EUR", transaction("E2", "", "1.00", "EUR"))));

        assertThat(file.payments())
                .extracting(ReportedPayment::scope, ReportedPayment::reference, ReportedPayment::meaning)
                .containsExactly(
                        tuple(Scope.MESSAGE, "P1", Meaning.NOT_FINAL),
                        tuple(Scope.PAYMENT, "E1", Meaning.FAILED),
                        tuple(Scope.INSTRUCTION, "P1USD", Meaning.FAILED),
                        tuple(Scope.PAYMENT, "E2", Meaning.NOT_FINAL));
        assertThat(file.payments().get(1).reasonCode()).isEqualTo("AM04");
    }

    @Test
    void the_day_of_settlement_is_the_most_exact_one_that_the_report_states() throws Exception {
        String settled =
                "<TxSts>ACSC</TxSts><AccptncDtTm>2026-05-30T10:00:00+02:00</AccptncDtTm><FctvIntrBkSttlmDt><Dt>2026-05-31</Dt></FctvIntrBkSttlmDt>";

        assertThat(only(read(pain002("pain.002.001.10", "S", instruction("P", transaction("E1", settled, "1", "USD")))))
                        .valueOn())
                .isEqualTo(LocalDate.parse("2026-05-31"));
    }

    @Test
    void transactions_of_a_booked_batch_are_read_one_by_one() throws Exception {
        String batch = "<NtryDtls><Btch><PmtInfId>P1USD</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>"
                + BankFiles.details("E1", BankFiles.amount("10.00", "USD"))
                + BankFiles.details("E2", BankFiles.amount("5.00", "USD"))
                + "</NtryDtls>";

        ReportFile file = read(camt054("camt.054.001.02", "N", entry("15.00", "DBIT", batch)));

        assertThat(file.payments()).extracting(ReportedPayment::reference).containsExactly("E1", "E2");
        assertThat(file.payments())
                .extracting(payment -> payment.amounts().toString())
                .containsExactly("[USD 10.00]", "[USD 5.00]");
    }

    @Test
    void a_batch_without_transactions_stands_for_its_instruction() throws Exception {
        String batch = "<NtryDtls><Btch><PmtInfId>P1USD</PmtInfId><NbOfTxs>2</NbOfTxs></Btch></NtryDtls>";

        ReportedPayment payment = only(read(camt054("camt.054.001.08", "N", entry("15.00", "DBIT", batch))));

        assertThat(payment.scope()).isEqualTo(Scope.INSTRUCTION);
        assertThat(payment.reference()).isEqualTo("P1USD");
        assertThat(payment.count()).isEqualTo(2);
        assertThat(payment.amounts()).hasToString("[USD 15.00]");
    }

    @Test
    void a_credit_is_a_return_if_it_says_so_and_otherwise_only_if_it_names_a_payout() throws Exception {
        String reason = "<NtryDtls>" + BankFiles.details("E1", BankFiles.returned("AC04")) + "</NtryDtls>";
        String none = "<NtryDtls>" + BankFiles.details("NOTPROVIDED", "") + "</NtryDtls>";
        String reversal = entry("1.00", "CRDT", "<RvslInd>true</RvslInd><Sts>BOOK</Sts>", none);
        String code = entry("1.00", "CRDT", none)
                .replace(
                        "<Prtry><Cd>TRANSFER</Cd></Prtry>",
                        "<Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd>" + "<SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn>");

        ReportFile file = read(camt054(
                "camt.054.001.04", "N", entry("1.00", "CRDT", reason) + entry("1.00", "CRDT", none) + reversal + code));

        assertThat(file.payments())
                .extracting(ReportedPayment::meaning)
                .containsExactly(Meaning.RETURNED, Meaning.CREDITED, Meaning.RETURNED, Meaning.RETURNED);
        assertThat(file.payments().get(0).reasonCode()).isEqualTo("AC04");
        assertThat(file.payments().get(1).reference()).as("NOTPROVIDED").isNull();
    }

    @Test
    void an_entry_that_is_not_booked_is_not_final_and_fees_name_no_payment() throws Exception {
        ReportFile file = read(camt054(
                "camt.054.001.04",
                "N",
                entry("1.00", "DBIT", "<Sts>PDNG</Sts>", "<NtryDtls>" + BankFiles.details("E1", "") + "</NtryDtls>")
                        + entry("0.35", "DBIT", "")));

        assertThat(file.payments())
                .extracting(ReportedPayment::meaning)
                .containsExactly(Meaning.NOT_FINAL, Meaning.PAID);
        assertThat(file.payments().get(1).reference()).isNull();
    }

    @Test
    void the_instructed_amount_of_a_debit_counts_before_the_amount_in_the_accounts_currency() throws Exception {
        String foreign = "<NtryDtls>"
                + BankFiles.details(
                        "E1",
                        "<AmtDtls><InstdAmt><Amt Ccy=\"EUR\">9.20</Amt></InstdAmt><TxAmt><Amt Ccy=\"USD\">10.00</Amt></TxAmt></AmtDtls>")
                + "</NtryDtls>";

        assertThat(only(read(camt054("camt.054.001.02", "N", entry("10.00", "DBIT", foreign))))
                        .amounts())
                .hasToString("[EUR 9.20, USD 10.00, USD 10.00]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<?xml version=\"1.0\"?><!DOCTYPE Document SYSTEM \"http://localhost:1/evil.dtd\">",
                "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
            })
    void a_file_with_a_document_type_declaration_is_refused(String declaration) {
        String file = declaration + body(pain002("pain.002.001.10", "S", instruction("&x;&b;", "")));

        assertThat(refusal(file)).contains("document type declaration");
    }

    @Test
    void an_entity_that_is_not_declared_is_refused() {
        assertThat(refusal(pain002("pain.002.001.10", "S", instruction("&evil;", ""))))
                .isNotEmpty();
    }

    @Test
    void what_is_too_deep_too_much_or_no_report_is_refused_with_the_reason() {
        String deep = "<a>".repeat(100) + "</a>".repeat(100);
        String many = transaction("E1", REJECTED, "1.00", "USD").repeat(20_001);

        assertThat(refusal(pain002("pain.002.001.10", "S", deep))).contains("64");
        assertThat(refusal(pain002("pain.002.001.10", "S", many))).contains("20000");
        assertThat(refusal(pain002("pain.002.001.15", "S", ""))).contains("pain.002.001.14");
        assertThat(refusal(pain002("camt.053.001.08", "S", ""))).contains("camt.054.001.13");
        assertThat(refusal("{\"json\":true}")).contains("well-formed XML").doesNotContain("json");
        assertThat(refusal(pain002("pain.002.001.10", "S", "<OrgnlGrpInfAndSts>")))
                .contains("line");
        assertThat(refusal(pain002("pain.002.001.10", "S", "").replace("<MsgId>S</MsgId>", "")))
                .contains("MsgId");
        assertThat(refusal(pain002("pain.002.001.10", "S".repeat(36), ""))).contains("35");
        String twice = "<All>" + body(pain002("pain.002.001.10", "S", "")) + body(pain002("pain.002.001.10", "T", ""))
                + "</All>";
        assertThat(refusal(twice)).contains("one report only");
    }

    private static String body(String file) {
        return file.substring(file.indexOf("?>") + 2);
    }

    private static String refusal(String file) {
        try {
            read(file);
            return "";
        } catch (UnreadableReportException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static ReportFile read(String file) throws UnreadableReportException {
        return ReportReader.read(new ByteArrayInputStream(file.getBytes(UTF_8)), ZoneOffset.UTC);
    }

    private static ReportedPayment only(ReportFile file) {
        List<ReportedPayment> payments = file.payments();
        assertThat(payments).hasSize(1);
        return payments.get(0);
    }
}
