package io.entente.referral.crm;

import static io.entente.referral.crm.ConnectedCrms.T0;
import static io.entente.referral.crm.ConnectedCrms.amount;
import static io.entente.referral.crm.ConnectedCrms.event;
import static io.entente.referral.crm.ConnectedCrms.number;
import static io.entente.referral.crm.ConnectedCrms.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reports that are unusual are refused, or used as far as possible with a note. */
class OddReportsIT {

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
    void a_body_with_a_name_twice_and_an_empty_body_are_refused() {
        String deal = number();
        String once = property(deal, "amount", "5", T0);

        Answer doubled = crms.hubspot(once.replace("\"propertyValue\"", "\"propertyValue\":\"9\",\"propertyValue\""));
        Answer empty = crms.signedHubspot("");

        assertThat(doubled.status()).as(doubled.body()).isEqualTo(400);
        assertThat(doubled.body()).contains("propertyValue");
        assertThat(empty.status()).as(empty.body()).isEqualTo(400);
        assertThat(crms.service.get("/api/crm/deals/hubspot/" + deal).status()).isEqualTo(404);
    }

    @Test
    void a_time_in_the_future_counts_from_its_arrival_so_that_later_values_replace_it() {
        String deal = "D-" + number();
        crms.generic(event(deal, "CONTACTED", amount("1.00", "EUR"), 0).replaceFirst("2026-03-31T", "2099-01-01T"));
        crms.clock.move(java.time.Duration.ofMinutes(1));
        String now = crms.clock.instant().toString();
        crms.generic(event(deal, "CONTACTED", amount("2.00", "EUR"), 0)
                .replaceFirst("\"timestamp\":\"[^\"]+\"", "\"timestamp\":\"" + now + "\""));

        JsonNode view = crms.deal("generic", deal);
        assertThat(view.path("amount").asString()).isEqualTo("2.00");
        assertThat(view.path("notes").get(0).path("text").asString())
                .contains("with the time 2099-01-01T", "is in the future");
    }

    @Test
    void a_long_reason_of_loss_is_cut_and_what_cannot_be_shown_is_left_out() {
        String referral = crms.submitted();
        String deal = number();
        crms.link("hubspot", deal, referral);

        crms.hubspot(
                property(deal, "closed_lost_reason", "No\u200B budget " + "x".repeat(1200), T0),
                property(deal, "dealstage", "closedlost", T0));

        String reason = crms.referral(referral).path("reason").asString();
        assertThat(reason).startsWith("No budget xxx").hasSize(1000);
        assertThat(crms.deal("hubspot", deal).path("notes").get(0).path("text").asString())
                .isEqualTo(
                        "the reason of loss was cut to 1000 characters, or characters that can't be shown were left out");
    }
}
