package io.entente.referral.intake.profiles;

import static io.entente.referral.intake.profiles.OpportunityRows.COLUMNS;
import static io.entente.referral.intake.profiles.OpportunityRows.CRM;
import static io.entente.referral.intake.profiles.OpportunityRows.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.domain.FieldError;
import io.entente.referral.intake.csv.UnreadableFileException;
import io.entente.referral.intake.profiles.OpportunityMapping.Mapped;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows become opportunities, and which fields are named if one does not. */
class OpportunityMappingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // row                                                        | the invalid fields
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2017-02-01,10          | -",
                "1,  moses  FRASE ,GTX,Acme,won,2017-01-01,2017-02-01,10.50   | -",
                "1,Moses Frase,GTX,Acme,Lost,2017-01-01,2017-02-01,0          | -",
                "1,Moses Frase,GTX,Acme,Lost,2017-01-01,2017-02-01,           | -",
                "1,Moses Frase,GTX,Acme,Engaging,2017-01-01,,                 | -",
                "1,Moses Frase,GTX,Acme,Engaging,2017-01-01,2099-01-01,       | -",
                "1,Moses Frase,GTX,Acme,Prospecting,,,                        | -",
                ",Moses Frase,GTX,Acme,Prospecting,,,                         | opportunity_id",
                "1,Nobody,GTX,Acme,Prospecting,,,                             | sales_agent",
                "1,Twins,GTX,Acme,Prospecting,,,                              | sales_agent",
                "1,,GTX,Acme,Prospecting,,,                                   | sales_agent",
                "1,Moses Frase,,Acme,Prospecting,,,                           | product",
                "1,Moses Frase,GTX, ,Prospecting,,,                           | account",
                "1,Moses Frase,GTX,Acme,Closed,,,                             | deal_stage",
                "1,Moses Frase,GTX,Acme,Engaging,,,                           | engage_date",
                "1,Moses Frase,GTX,Acme,Engaging,01.02.2017,,                 | engage_date",
                "1,Moses Frase,GTX,Acme,Engaging,2018-01-02,,                 | engage_date",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,,10                    | close_date",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2017-02-30,10          | close_date",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2018-02-01,10          | close_date",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2016-12-31,10          | -",
                "1,Moses Frase,GTX,Acme,Lost,2017-01-01,2016-12-31,0          | -",
                "1,Moses Frase,GTX,Acme,Lost,2017-01-01,,0                    | -",
                "1,Moses Frase,GTX,Acme,Lost,2017-01-01,31.02.,0              | -",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2017-02-01,            | close_value",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2017-02-01,0           | close_value",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2017-02-01,-5          | close_value",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2017-02-01,1e3         | close_value",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2017-02-01,1.005       | close_value",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2017-02-01,1500.000    | -",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2017-02-01,1.500       | close_value",
                ",Nobody,,,Nowhere,x,,x      | opportunity_id sales_agent product account deal_stage engage_date"
                        + " close_value",
                "1,Moses Frase,GTX,Acme,Won                                   | row",
            })
    void a_row_is_mapped_or_every_invalid_field_is_named(String row, String bad) throws Exception {
        Mapped mapped = new OpportunityMapping(CRM, COLUMNS, FileReading.OPEN)
                .map(List.of(row.split(",", -1)), OpportunityRows::named, TODAY);

        assertThat(mapped.errors())
                .extracting(FieldError::field)
                .containsExactly(bad == null ? new String[0] : bad.split(" "));
        assertThat(mapped.opportunity() == null).isEqualTo(bad != null);
    }

    @Test
    void columns_are_found_by_name_at_any_position() throws Exception {
        List<String> header = List.of(
                "region",
                " Close_Value",
                "close_date",
                "engage_date",
                "DEAL_STAGE",
                "account",
                "product",
                "sales_agent",
                "opportunity_id");
        Mapped mapped = new OpportunityMapping(CRM, header, FileReading.OPEN)
                .map(
                        List.of("x", "10", "2017-02-01", "2017-01-01", "Won", "Acme", "GTX", "Moses Frase", "1"),
                        OpportunityRows::named,
                        TODAY);

        assertThat(mapped.errors()).isEmpty();
        assertThat(mapped.opportunity().value()).hasToString("USD 10.00");
    }

    @Test
    void a_header_that_lacks_columns_or_repeats_one_is_unreadable() {
        assertThatThrownBy(() -> new OpportunityMapping(CRM, List.of("opportunity_id", "account"), FileReading.OPEN))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("sales_agent, product, deal_stage, engage_date, close_date, close_value");
        List<String> twice = new java.util.ArrayList<>(COLUMNS);
        twice.add("Account");
        assertThatThrownBy(() -> new OpportunityMapping(CRM, twice, FileReading.OPEN))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("account twice");
    }

    @Test
    void ids_are_derived_from_the_id_of_the_opportunity() throws Exception {
        OpportunityMapping profile = new OpportunityMapping(CRM, COLUMNS, FileReading.OPEN);
        List<String> engaging = List.of("1", "Moses Frase", "GTX", "Acme", "Engaging", "2017-01-01", "", "");
        List<String> won = List.of("1", "Moses Frase", "GTX", "Acme", "Won", "2017-01-01", "2017-02-01", "10");

        Opportunity before =
                profile.map(engaging, OpportunityRows::named, TODAY).opportunity();
        Opportunity after = profile.map(won, OpportunityRows::named, TODAY).opportunity();
        assertThat(after.referralId()).isEqualTo(before.referralId());
        assertThat(after.dealId()).isEqualTo(before.dealId());
        assertThat(after.rowHash()).isNotEqualTo(before.rowHash());
    }

    @Test
    void facts_that_are_optional_never_reject_a_row_and_each_has_a_warning() throws Exception {
        OpportunityMapping mapping = new OpportunityMapping(
                ProfileMother.shipped("generic-deals"),
                List.of(
                        "deal_id",
                        "partner_id",
                        "service",
                        "organisation",
                        "domain",
                        "country",
                        "involvement",
                        "stage",
                        "submitted_on",
                        "closed_on",
                        "amount",
                        "currency",
                        "loss_reason"),
                FileReading.OPEN);
        Mapped open = mapping.map(
                List.of(
                        "1",
                        "Moses Frase",
                        "GTX",
                        "Acme",
                        "n/a",
                        "Nowhere",
                        "HIGH",
                        "SUBMITTED",
                        "soon",
                        "?",
                        "?",
                        "?",
                        ""),
                OpportunityRows::named,
                TODAY);
        Mapped lost = mapping.map(
                List.of(
                        "2",
                        "Moses Frase",
                        "GTX",
                        "Acme",
                        "acme.example",
                        "U.K.",
                        "active",
                        "LOST",
                        "2017-01-01",
                        "2017-02-01",
                        "n/a",
                        "n/a",
                        "x".repeat(1_001)),
                OpportunityRows::named,
                TODAY);

        assertThat(open.errors()).isEmpty();
        assertThat(open.warnings())
                .extracting(FieldError::field)
                .containsExactly("domain", "country", "involvement", "submitted_on", "closed_on", "amount");
        assertThat(open.opportunity().client().domain()).isNull();
        assertThat(open.opportunity().client().country()).isNull();
        assertThat(open.opportunity().submittedOn()).isNull();
        assertThat(lost.errors()).isEmpty();
        assertThat(lost.warnings())
                .extracting(warning -> warning.field() + " " + warning.message())
                .containsExactly(
                        "amount must be an amount such as 1054.00, $1,054.00 or 1.054,00 €",
                        "loss_reason was cut to 1000 characters");
        assertThat(lost.opportunity().client().country()).isEqualTo("GB");
        assertThat(lost.opportunity().lossReason()).hasSize(1_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // stage     | submitted  | closed     | amount    | the value   | the columns with warnings
                "Engaging    | 2017-01-01 | 2099-12-31 | 1,250.50  | USD 1250.50 | -",
                "Engaging    | 2017-01-01 | 2099-12-31 | 0         | -           | -",
                "Engaging    | 2017-01-01 | soon       | 1,250.50  | USD 1250.50 | close_date",
                "Engaging    | 2017-01-01 | 1890-12-31 | -7        | -           | close_date close_value",
                "Engaging    | 2017-01-01 | 2017-13-01 | lots      | -           | close_date close_value",
                "Prospecting | -          | -          | 99        | USD 99.00   | engage_date",
                "Prospecting | 2017-01-01 | -          | EUR 99.00 | EUR 99.00   | -",
                "Lost        | 2017-01-01 | 2017-02-01 | 3 000     | USD 3000.00 | -",
                "Lost        | 2017-01-01 | 2017-02-01 | 0         | -           | -",
                "Lost        | 2017-01-01 | -          | 3 000     | USD 3000.00 | close_date",
                "Lost        | 2017-01-01 | 2018-02-01 | 3 000     | USD 3000.00 | close_date",
                "Lost        | 2017-01-01 | 2016-12-31 | 0         | -           | close_date",
            })
    void an_expected_amount_is_kept_and_a_fact_that_an_open_or_lost_row_loses_has_a_warning(
            String stage, String submitted, String closed, String amount, String value, String warned)
            throws Exception {
        List<String> row = java.util.stream.Stream.of(
                        "1", "Moses Frase", "GTX", "Acme", stage, submitted, closed, amount)
                .map(cell -> cell == null ? "" : cell)
                .toList();

        Mapped mapped = new OpportunityMapping(CRM, COLUMNS, FileReading.OPEN).map(row, OpportunityRows::named, TODAY);

        assertThat(mapped.errors()).isEmpty();
        assertThat(mapped.opportunity().value()).isEqualTo(value == null ? null : org.joda.money.Money.parse(value));
        assertThat(mapped.warnings())
                .extracting(FieldError::field)
                .containsExactly(warned == null ? new String[0] : warned.split(" "));
    }
}
