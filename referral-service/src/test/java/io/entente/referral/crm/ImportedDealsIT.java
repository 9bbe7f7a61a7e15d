package io.entente.referral.crm;

import static io.entente.referral.crm.ConnectedCrms.T0;
import static io.entente.referral.crm.ConnectedCrms.number;
import static io.entente.referral.crm.ConnectedCrms.property;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.intake.profiles.SourceIds;
import io.entente.testkit.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A deal that was imported while it was open is won by a webhook that reports only its stage. */
class ImportedDealsIT {

    private static final String HEADER =
            "Record ID,Referral Partner,Associated Company,Deal Stage,Create Date,Close Date,Amount,Currency\n";

    private static final String REASON = ",\"reason\":\"The ids were mixed up.\"";

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
    void a_deal_that_was_won_before_its_import_is_linked_by_the_import_and_closed() {
        String open = number();
        String unknown = number();
        String won = number();
        for (String deal : List.of(open, unknown, won)) {
            crms.hubspot(
                    property(deal, "dealstage", "closedwon", T0),
                    property(deal, "amount", "412", T0),
                    property(deal, "deal_currency_code", "EUR", T0),
                    property(deal, "closedate", "2026-03-20", T0));
            assertThat(crms.deal("hubspot", deal).path("state").asString()).isEqualTo("UNLINKED");
        }

        imported(open, "Erlenhof " + open, "Contract Sent,2026-03-01,,,EUR");
        imported(won, "Erlenau " + won, "Closed Won,2026-03-01,2026-03-20,412,EUR");

        for (String deal : List.of(open, won)) {
            ConnectedCrms.retried(
                    () -> assertThat(crms.deal("hubspot", deal).path("state").asString())
                            .isEqualTo("SETTLED"));
            assertThat(deals(deal)).hasSize(1);
            assertThat(deals(deal).get(0).path("closedOn").asString()).isEqualTo("2026-03-20");
        }
        assertThat(crms.deal("hubspot", unknown).path("state").asString()).isEqualTo("UNLINKED");
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

    @Test
    void the_link_of_an_imported_deal_is_replaced_with_a_reason_only_and_not_if_the_deal_is_closed() {
        String deal = imported("Contract Sent,2026-03-01,2026-03-15,640,EUR");
        String closed = imported("Closed Won,2026-03-01,2026-03-15,650,EUR");
        String other = crms.submitted();

        Answer withoutReason = link(deal, other, "");
        Answer ofClosed = link(closed, other, REASON);
        Answer ofAnotherVersion = link(deal, other, REASON, "If-Match: \"3\"");
        Answer corrected = link(deal, other, REASON, "If-Match: \"0\"");

        assertThat(withoutReason.status()).isEqualTo(422);
        assertThat(withoutReason.body())
                .contains("reason", SourceIds.referralId("hubspot", deal).value());
        assertThat(ofClosed.status()).isEqualTo(409);
        assertThat(ofClosed.body()).contains("Reverse that deal first");
        assertThat(ofAnotherVersion.status()).isEqualTo(412);
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(201);
        assertThat(corrected.json().path("referralId").asString()).isEqualTo(other);
        assertThat(corrected
                        .json()
                        .path("earlierLinks")
                        .get(0)
                        .path("referralId")
                        .asString())
                .isEqualTo(SourceIds.referralId("hubspot", deal).value());
        assertThat(link(closed, SourceIds.referralId("hubspot", closed).value(), "")
                        .status())
                .as("the link that the import made")
                .isBetween(200, 201);
    }

    @Test
    void a_crm_that_names_another_referral_than_that_of_the_import_is_listed_and_moves_nothing() {
        String deal = imported("Contract Sent,2026-03-01,2026-03-15,640,EUR");

        crms.hubspot(property(deal, "entente_referral_id", crms.submitted(), T0));

        assertThat(crms.reasons(deal)).containsExactly("LINK_DIFFERS");
        assertThat(crms.deal("hubspot", deal).path("referralId").asString())
                .isEqualTo(SourceIds.referralId("hubspot", deal).value());
    }

    @Test
    void a_deal_won_in_the_crm_for_a_client_of_another_partner_waits_until_that_is_decided() {
        String client = "Bergsee Optik " + number();
        String holder = ConnectedCrms.done(crms.service.post(
                        "/api/referrals",
                        """
                        {"partnerId":"par_other","client":{"organisation":"%s","contactName":"Mia Lang",
                         "contactEmail":"mia@client.example"},"service":"Data platform"}"""
                                .formatted(client)))
                .path("id")
                .asString();
        String deal = imported(client, "Contract Sent,2026-03-01,2026-03-15,4100,EUR");
        String ofDeal = SourceIds.referralId("hubspot", deal).value();
        assertThat(crms.status(ofDeal)).isEqualTo("SUBMITTED");

        crms.hubspot(property(deal, "dealstage", "closedwon", T0));

        assertThat(crms.reasons(deal)).containsExactly("REFERRAL_STATE");
        assertThat(crms.status(ofDeal)).isEqualTo("CONFLICTED");
        assertThat(deals(deal).size()).isZero();
        crms.decide(ofDeal, holder);
        ConnectedCrms.retried(() -> assertThat(crms.status(ofDeal)).isEqualTo("WON"));
        assertThat(deals(deal).get(0).path("amount").path("amount").asString()).isEqualTo("4100.00");
    }

    private static Answer link(String deal, String referral, String more, String... headers) {
        return crms.service.post(
                "/api/crm/links",
                "{\"crm\":\"hubspot\",\"crmDealId\":\"%s\",\"referralId\":\"%s\"%s}".formatted(deal, referral, more),
                headers);
    }

    private static String imported(String values) {
        return imported("Imported " + number(), values);
    }

    private static String imported(String organisation, String values) {
        String deal = number();
        imported(deal, organisation, values);
        return deal;
    }

    private static void imported(String deal, String organisation, String values) {
        String file = HEADER + "%s,Partner par_crm,%s,%s\n".formatted(deal, organisation, values);
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
    }

    private static JsonNode deals(String deal) {
        return crms.referral(SourceIds.referralId("hubspot", deal).value()).path("deals");
    }
}
