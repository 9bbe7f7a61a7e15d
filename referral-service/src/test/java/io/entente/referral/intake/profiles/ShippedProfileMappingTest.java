package io.entente.referral.intake.profiles;

import static io.entente.referral.intake.profiles.OpportunityRows.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exports of CRMs as the shipped profiles read them. */
class ShippedProfileMappingTest {

    @Test
    void a_hubspot_export_is_mapped() throws Exception {
        OpportunityMapping mapping = new OpportunityMapping(
                ProfileMother.shipped("hubspot-deals"),
                List.of(
                        "Record ID",
                        "Deal Name",
                        "Deal Stage",
                        "Close Date",
                        "Deal owner",
                        "Amount",
                        "Currency",
                        "Create Date",
                        "Associated Company",
                        "Website URL",
                        "Country/Region",
                        "Referral Partner",
                        "Closed Lost Reason"),
                FileReading.OPEN);
        Opportunity won = mapping.map(
                        List.of(
                                "9876543210",
                                "Acme - platform",
                                "Closed Won (Sales Pipeline)",
                                "2017-02-01 14:05",
                                "Ann Owner",
                                "10,500.5",
                                "eur",
                                "2017-01-01 09:00",
                                "Acme",
                                "https://www.acme.example/en?x=1",
                                "Malaysia",
                                "Moses Frase",
                                ""),
                        OpportunityRows::named,
                        TODAY)
                .opportunity();

        assertThat(won.stage()).isEqualTo(Stage.WON);
        assertThat(won.value()).hasToString("EUR 10500.50");
        assertThat(won.closedOn()).isEqualTo("2017-02-01");
        assertThat(won.client().domain()).isEqualTo("acme.example");
        assertThat(won.client().country()).isEqualTo("MY");
        assertThat(won.service()).isEqualTo("Not specified");
        assertThat(won.referralId()).isEqualTo(SourceIds.referralId("hubspot", "9876543210"));
    }

    @Test
    void a_salesforce_export_is_mapped_and_both_forms_of_an_id_mean_one_deal() throws Exception {
        OpportunityMapping mapping = new OpportunityMapping(
                ProfileMother.shipped("salesforce-opportunities"),
                List.of(
                        "Opportunity ID",
                        "Account Name",
                        "Referral Partner",
                        "Stage",
                        "Amount",
                        "Close Date",
                        "Created Date",
                        "Loss Reason"),
                FileReading.OPEN);
        List<String> row =
                List.of("0065g00000XyZab", "Acme", "Moses Frase", "Closed Lost", "", "2/1/2017", "1/31/2017", "Budget");
        List<String> fromApi = new java.util.ArrayList<>(row);
        fromApi.set(0, "0065g00000XyZabAAF");

        Opportunity lost = mapping.map(row, OpportunityRows::named, TODAY).opportunity();
        assertThat(lost.stage()).isEqualTo(Stage.LOST);
        assertThat(lost.lossReason()).isEqualTo("Budget");
        assertThat(lost.closedOn()).isEqualTo("2017-02-01");
        assertThat(mapping.id(fromApi)).isEqualTo(mapping.id(row));
        List<String> early = new java.util.ArrayList<>(row);
        early.set(5, "12/31/1989");
        assertThat(mapping.map(early, OpportunityRows::named, TODAY).warnings())
                .containsExactly(new FieldError("Close Date", "must not be before 1990-01-01"));
        assertThat(mapping.map(fromApi, OpportunityRows::named, TODAY)
                        .opportunity()
                        .referralId())
                .isEqualTo(lost.referralId());
    }
}
