package io.entente.referral.crm;

import static io.entente.referral.crm.ConnectedCrms.T0;
import static io.entente.referral.crm.ConnectedCrms.number;
import static io.entente.referral.crm.ConnectedCrms.property;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.intake.profiles.SourceIds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A deal that was imported while it was open is won by a webhook that reports only its stage. */
class ImportedDealsIT {

    private static final String HEADER =
            "Record ID,Referral Partner,Associated Company,Deal Stage,Create Date,Close Date,Amount,Currency\n";

    private static ConnectedCrms crms;

    @BeforeAll
    static void start() {
        crms = new ConnectedCrms();
    }

    @AfterAll
    static void stop() {
        crms.close();
    }

    @Test
    void a_stage_alone_closes_an_imported_deal_with_the_facts_of_the_file() {
        String deal = imported("Contract Sent,2026-03-01,2026-03-15,500.50,EUR");

        crms.hubspot(property(deal, "dealstage", "closedwon", T0));

        JsonNode closed = deals(deal).get(0);
        assertThat(closed.path("amount").toString()).isEqualTo("{\"amount\":\"500.50\",\"currency\":\"EUR\"}");
        assertThat(closed.path("closedOn").asString()).isEqualTo("2026-03-15");
        assertThat(crms.deal("hubspot", deal).path("state").asString()).isEqualTo("SETTLED");
    }

    @Test
    void a_close_date_that_is_still_ahead_is_not_used() {
        String deal = imported("Contract Sent,2026-03-01,2026-12-15,500,EUR");

        crms.hubspot(property(deal, "dealstage", "closedwon", T0));

        assertThat(deals(deal).get(0).path("closedOn").asString()).isEqualTo("2026-03-31");
    }

    @Test
    void whatever_the_crm_reports_precedes_the_file() {
        String deal = imported("Contract Sent,2026-03-01,2026-03-15,500,EUR");

        crms.hubspot(
                property(deal, "amount", "700", T0 - 86_400_000L * 30), property(deal, "dealstage", "closedwon", T0));

        assertThat(deals(deal).get(0).path("amount").toString())
                .isEqualTo("{\"amount\":\"700.00\",\"currency\":\"EUR\"}");
    }

    @Test
    void an_amount_that_the_crm_clears_is_not_replaced_by_that_of_the_file() {
        String deal = imported("Contract Sent,2026-03-01,2026-03-15,500,EUR");

        crms.hubspot(property(deal, "amount", "", T0 - 1000), property(deal, "dealstage", "closedwon", T0));

        assertThat(deals(deal).size()).isZero();
        assertThat(crms.reasons(deal)).containsExactly("AMOUNT_MISSING");
    }

    private static String imported(String values) {
        String deal = number();
        String file = HEADER + "%s,Partner par_crm,Imported %s,%s\n".formatted(deal, deal, values);
        String id = crms.service
                .postFile("/api/imports?profile=hubspot-deals", "deals.csv", file.getBytes(UTF_8))
                .json()
                .path("id")
                .asString();
        ConnectedCrms.retried(() -> assertThat(crms.service
                        .get("/api/imports/" + id)
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(1));
        return deal;
    }

    private static JsonNode deals(String deal) {
        return crms.referral(SourceIds.referralId("hubspot", deal).value()).path("deals");
    }
}
