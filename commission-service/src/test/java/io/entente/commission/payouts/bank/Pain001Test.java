package io.entente.commission.payouts.bank;

import static io.entente.commission.payouts.PayoutMother.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.commission.payees.PostalAddress;
import io.entente.commission.payouts.ListedPayouts;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.PayoutMother;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class Pain001Test {

    private static final Clock CLOCK = Clock.fixed(PayoutMother.NOW, ZoneOffset.UTC);

    private static final Debtor DEBTOR = new Debtor(
            "Northwind Consulting AG",
            "CH93 0076 2011 6238 5295 7",
            "",
            null,
            Map.of("usd", new Debtor.Account(null, "000987654321", "026009593", "BOFAUS3N")));

    private final PayoutBatch batch =
            PayoutMother.batch().planned().approve("finance:u-2", NOW).orElseThrow();
    private final ListedPayouts payouts = new ListedPayouts(List.of(
            PayoutMother.planned(PayoutMother.payee("par_nord"), "EUR 1054.00"),
            PayoutMother.planned(PayoutMother.payee("par_sued"), "EUR 0.05"),
            PayoutMother.planned(PayoutMother.american("par_pine"), "USD 10.10"),
            PayoutMother.planned(PayoutMother.american("par_euro"), "EUR 20.00")));

    @Test
    void the_file_is_valid_against_the_schema_of_the_standard() throws Exception {
        Pain001Schema.validate(file());

        // The schema refuses a file that is not valid, so the assertion above can fail.
        byte[] broken = new String(file(), StandardCharsets.UTF_8)
                .replace("<PmtMtd>TRF</PmtMtd>", "<PmtMtd>GIFT</PmtMtd>")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Pain001Schema.validate(broken)).isInstanceOf(SAXException.class);
    }

    @Test
    void each_currency_has_one_instruction_with_correct_sums() {
        String xml = new String(file(), StandardCharsets.UTF_8);

        assertThat(xml)
                .contains("<NbOfTxs>4</NbOfTxs><CtrlSum>1084.15</CtrlSum>")
                .contains("<NbOfTxs>3</NbOfTxs><CtrlSum>1074.05</CtrlSum>")
                .contains("<NbOfTxs>1</NbOfTxs><CtrlSum>10.10</CtrlSum>")
                .contains("<InstdAmt Ccy=\"EUR\">1054.00</InstdAmt>")
                .contains("<Dt>2026-07-17</Dt>")
                .contains("<Nm>Studio Nord GmbH + Co. .KG.</Nm>")
                .contains("<MmbId>021000021</MmbId>")
                .contains("<MsgId>" + batch.submissionKey() + "</MsgId>");
        assertThat(xml.split("<PmtInf>", -1)).hasSize(3);
    }

    @Test
    void each_currency_is_paid_from_the_account_configured_for_it() {
        String[] instructions = new String(file(), StandardCharsets.UTF_8).split("<PmtInf>", -1);

        assertThat(instructions[1])
                .contains("<DbtrAcct><Id><IBAN>CH9300762011623852957</IBAN></Id></DbtrAcct>")
                .doesNotContain("000987654321");
        assertThat(instructions[2])
                .contains("<DbtrAcct><Id><Othr><Id>000987654321</Id></Othr></Id></DbtrAcct>")
                .contains("<MmbId>026009593</MmbId>")
                .doesNotContain("CH9300762011623852957");
    }

    @Test
    void charges_follow_the_scheme_within_the_euro_payments_area_and_are_shared_outside() {
        String xml = new String(file(), StandardCharsets.UTF_8);

        assertThat(transfer(xml, "1054.00")).contains("<Cd>SEPA</Cd>", "<ChrgBr>SLEV</ChrgBr>");
        assertThat(transfer(xml, "20.00")).contains("<ChrgBr>SHAR</ChrgBr>").doesNotContain("SEPA");
        assertThat(transfer(xml, "10.10")).contains("<ChrgBr>SHAR</ChrgBr>").doesNotContain("SEPA");
    }

    @Test
    void a_currency_without_an_account_prevents_the_file_and_is_named() {
        Debtor euros = new Debtor(
                "Northwind",
                "",
                "",
                null,
                Map.of("EUR", new Debtor.Account("CH9300762011623852957", null, null, null)));

        assertThat(new Pain001(payouts, euros, PayoutMother.POLICIES, ZoneOffset.UTC, CLOCK).missing(batch))
                .hasValueSatisfying(
                        missing -> assertThat(missing).contains("USD").contains("entente.commission.debtor"));
        assertThat(new Pain001(payouts, DEBTOR, PayoutMother.POLICIES, ZoneOffset.UTC, CLOCK).missing(batch))
                .isEmpty();
    }

    private static String transfer(String xml, String amount) {
        for (String transfer : xml.split("<CdtTrfTxInf>", -1)) {
            if (transfer.contains(">" + amount + "</InstdAmt>")) {
                return transfer;
            }
        }
        throw new AssertionError("no transfer of " + amount);
    }

    @Test
    void an_execution_date_in_the_past_becomes_the_day_on_which_the_file_is_handed_out() {
        PayoutBatch late =
                PayoutMother.batch().planned().approve("finance:u-2", NOW).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        onDay(5).write(late, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("<Dt>2026-07-21</Dt>");
    }

    @Test
    void
            without_a_date_euros_are_paid_on_the_bank_day_of_the_download_and_after_the_submission_on_that_of_the_submission() {
        PayoutBatch soon = new PayoutBatch(
                "pob_1",
                batch.status(),
                batch.cutOff(),
                batch.minimums(),
                null,
                batch.plannedBy(),
                batch.plannedAt(),
                batch.approvedBy(),
                batch.approvedAt(),
                null,
                null,
                null,
                true,
                batch.version());

        assertThat(day(onDay(0), soon)).isEqualTo("2026-07-16");
        assertThat(day(onDay(2), soon)).as("a Saturday").isEqualTo("2026-07-20");
        assertThat(day(onDay(8), soon)).isEqualTo("2026-07-24");
        PayoutBatch sent =
                soon.submitting("finance:u-1", NOW.plus(Duration.ofDays(8))).orElseThrow();
        assertThat(day(onDay(30), sent)).as("the file that the bank got").isEqualTo("2026-07-24");
    }

    private Pain001 onDay(int days) {
        return new Pain001(
                payouts,
                DEBTOR,
                PayoutMother.POLICIES,
                ZoneOffset.UTC,
                Clock.fixed(NOW.plus(Duration.ofDays(days)), ZoneOffset.UTC));
    }

    private static String day(Pain001 format, PayoutBatch of) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(of, out);
        Matcher day = Pattern.compile("<ReqdExctnDt><Dt>([^<]+)</Dt>").matcher(out.toString(StandardCharsets.UTF_8));
        assertThat(day.find()).isTrue();
        return day.group(1);
    }

    @Test
    void the_same_batch_always_yields_the_same_file() {
        assertThat(file()).isEqualTo(file());
    }

    @Test
    void the_csv_contains_every_payout_and_no_formula() {
        StringBuilder csv = new StringBuilder();

        PayoutCsv.write(batch, payouts, csv);

        assertThat(csv.toString().lines()).hasSize(5);
        assertThat(csv.toString())
                .contains("'=Pine LLC")
                .contains("DE89370400440532013000")
                .contains(",1054.00,EUR,");
    }

    @Test
    void names_of_every_script_reach_the_bank_in_its_characters_and_within_its_lengths() throws Exception {
        List<String> holders = List.of(
                "Müller & Söhne GmbH",
                "株式会社",
                "Ωμέγα 😀",
                "/Pine//Co/",
                "Line one\r\nline two",
                "A".repeat(69) + " Ltd");
        List<Payout> all = new ArrayList<>();
        for (String holder : holders) {
            all.add(PayoutMother.planned(
                    PayoutMother.named("par_" + all.size(), holder, new PostalAddress(null, "10115", "Köln", "DE")),
                    "EUR 1.00"));
        }

        byte[] file = written(new ListedPayouts(all));

        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("<Nm>Mueller + Soehne GmbH</Nm>")
                .contains("<Nm>zhu shi hui she</Nm>")
                .contains("<Nm>Omega</Nm>")
                .contains("<Nm>Pine/Co</Nm>")
                .contains("<Nm>Line one line two</Nm>")
                .contains("<Nm>" + "A".repeat(69) + "</Nm>")
                .contains("<PstlAdr><PstCd>10115</PstCd><TwnNm>Koeln</TwnNm><Ctry>DE</Ctry></PstlAdr>");
        assertThat(EpcRules.violations(new ByteArrayInputStream(file), PayoutMother.TODAY))
                .isEmpty();
        Pain001Schema.validate(file);
    }

    @Test
    void a_payee_without_an_address_has_none_in_the_file_because_banks_refuse_a_country_alone() throws Exception {
        assertThat(new String(file(), StandardCharsets.UTF_8))
                .doesNotContain("PstlAdr")
                .doesNotContain("Ctry");
        assertThat(EpcRules.violations(new ByteArrayInputStream(file()), PayoutMother.TODAY))
                .isEmpty();
    }

    @Test
    void the_address_of_the_firm_is_in_the_file_if_it_is_configured() throws Exception {
        Debtor debtor = new Debtor(
                "Zürcher & Partner AG",
                "CH9300762011623852957",
                "",
                new Debtor.Address("Bahnhofstraße 1", "8001", "Zürich", "CH"),
                Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new Pain001(payouts, debtor, PayoutMother.POLICIES, ZoneOffset.UTC, CLOCK).write(batch, out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("<Dbtr><Nm>Zuercher + Partner AG</Nm><PstlAdr><StrtNm>Bahnhofstrasse 1</StrtNm>"
                        + "<PstCd>8001</PstCd><TwnNm>Zuerich</TwnNm><Ctry>CH</Ctry></PstlAdr></Dbtr>");
        Pain001Schema.validate(out.toByteArray());
    }

    @Test
    void the_day_of_the_download_is_the_day_in_the_zone_of_the_program() {
        PayoutBatch evening = PayoutMother.batch()
                .planned()
                .approve("finance:u-2", Instant.parse("2026-07-20T23:30:00Z"))
                .orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new Pain001(
                        payouts,
                        DEBTOR,
                        PayoutMother.POLICIES,
                        ZoneId.of("Asia/Kuala_Lumpur"),
                        Clock.fixed(Instant.parse("2026-07-20T23:30:00Z"), ZoneOffset.UTC))
                .write(evening, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("<Dt>2026-07-21</Dt>");
    }

    @Test
    void euros_are_paid_on_the_next_day_on_which_target_is_open() {
        PayoutBatch saturday = PayoutMother.batch()
                .planned()
                .approve("finance:u-2", Instant.parse("2026-07-18T08:00:00Z"))
                .orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        onDay(2).write(saturday, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("<Dt>2026-07-20</Dt>");
        assertThat(TargetDays.from(LocalDate.parse("2026-04-03")))
                .as("from Good Friday over Easter")
                .isEqualTo("2026-04-07");
        assertThat(TargetDays.from(LocalDate.parse("2027-03-26"))).isEqualTo("2027-03-30");
        assertThat(TargetDays.from(LocalDate.parse("2026-12-25"))).isEqualTo("2026-12-28");
        assertThat(TargetDays.from(LocalDate.parse("2027-12-31"))).isEqualTo("2027-12-31");
    }

    private byte[] file() {
        return written(payouts);
    }

    private byte[] written(ListedPayouts listed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Pain001(listed, DEBTOR, PayoutMother.POLICIES, ZoneOffset.UTC, CLOCK).write(batch, out);
        return out.toByteArray();
    }
}
