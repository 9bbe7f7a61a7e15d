package io.entente.referral.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.messaging.rest.FieldError;
import io.entente.referral.intake.CrmOpportunities.Mapped;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.PartnerName;
import io.entente.referral.partners.Tier;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrmOpportunitiesTest {

    private static final LocalDate TODAY = LocalDate.parse("2018-01-01");
    private static final KnownPartner MOSES =
            new KnownPartner("par_1", "Moses Frase", "ACTIVE", Tier.ACTIVE, "REFERRAL", "US", 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // row                                                        | the fields that are bad
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
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2016-12-31,10          | close_date",
                "1,Moses Frase,GTX,Acme,Lost,2017-01-01,,0                    | close_date",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2017-02-01,            | close_value",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2017-02-01,0           | close_value",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2017-02-01,-5          | close_value",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2017-02-01,1e3         | close_value",
                "1,Moses Frase,GTX,Acme,Won,2017-01-01,2017-02-01,1.005       | close_value",
                ",Nobody,,,Nowhere,x,,x      | opportunity_id sales_agent product account deal_stage engage_date close_value",
                "1,Moses Frase,GTX,Acme,Won                                   | row",
            })
    void a_row_is_understood_or_every_bad_field_is_named(String row, String bad) throws Exception {
        Mapped mapped = new CrmOpportunities(CrmOpportunities.COLUMNS)
                .map(List.of(row.split(",", -1)), CrmOpportunitiesTest::named, TODAY);

        assertThat(mapped.errors())
                .extracting(FieldError::field)
                .containsExactly(bad == null ? new String[0] : bad.split(" "));
        assertThat(mapped.opportunity() == null).isEqualTo(bad != null);
    }

    @Test
    void columns_are_found_by_name_wherever_they_are() throws Exception {
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
        Mapped mapped = new CrmOpportunities(header)
                .map(
                        List.of("x", "10", "2017-02-01", "2017-01-01", "Won", "Acme", "GTX", "Moses Frase", "1"),
                        CrmOpportunitiesTest::named,
                        TODAY);

        assertThat(mapped.errors()).isEmpty();
        assertThat(mapped.opportunity().value()).hasToString("USD 10.00");
    }

    @Test
    void a_header_that_lacks_columns_or_repeats_one_is_unreadable() {
        assertThatThrownBy(() -> new CrmOpportunities(List.of("opportunity_id", "account")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("sales_agent, product, deal_stage, engage_date, close_date, close_value");
        List<String> twice = new java.util.ArrayList<>(CrmOpportunities.COLUMNS);
        twice.add("Account");
        assertThatThrownBy(() -> new CrmOpportunities(twice))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("account twice");
    }

    @Test
    void ids_follow_from_the_opportunitys_own() throws Exception {
        CrmOpportunities profile = new CrmOpportunities(CrmOpportunities.COLUMNS);
        List<String> engaging = List.of("1", "Moses Frase", "GTX", "Acme", "Engaging", "2017-01-01", "", "");
        List<String> won = List.of("1", "Moses Frase", "GTX", "Acme", "Won", "2017-01-01", "2017-02-01", "10");

        Opportunity before =
                profile.map(engaging, CrmOpportunitiesTest::named, TODAY).opportunity();
        Opportunity after = profile.map(won, CrmOpportunitiesTest::named, TODAY).opportunity();
        assertThat(after.referralId()).isEqualTo(before.referralId());
        assertThat(after.dealId()).isEqualTo(before.dealId());
        assertThat(after.rowHash()).isNotEqualTo(before.rowHash());
    }

    private static List<KnownPartner> named(String name) {
        return switch (PartnerName.keyOf(name)) {
            case "moses frase" -> List.of(MOSES);
            case "twins" -> List.of(MOSES, MOSES);
            default -> List.of();
        };
    }
}
