package io.entente.commission.payouts;

import static io.entente.commission.payouts.RunningPayouts.CHECKER;
import static io.entente.commission.payouts.RunningPayouts.CLOCK;
import static io.entente.commission.payouts.RunningPayouts.MAKER;
import static io.entente.commission.payouts.RunningPayouts.PAYEE;
import static io.entente.commission.payouts.RunningPayouts.closed;
import static io.entente.commission.payouts.RunningPayouts.payable;
import static io.entente.commission.payouts.RunningPayouts.payoutsOf;
import static io.entente.commission.payouts.RunningPayouts.planned;
import static io.entente.commission.payouts.RunningPayouts.putPayee;
import static io.entente.commission.payouts.RunningPayouts.reasons;
import static io.entente.commission.payouts.RunningPayouts.service;
import static io.entente.commission.payouts.RunningPayouts.verifyLedger;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the person who approves a batch sees, and how a payout leaves it. */
@ExtendWith(RunningPayouts.class)
class PayoutReviewIT {

    @Test
    void the_approver_is_warned_of_an_account_that_is_new_or_changed_and_of_a_hold() {
        String partner = "par_reviewed";
        payable(partner, "reviewed-1");
        putPayee(partner);
        String batch = planned("reviewed-1", partner);
        assertThat(warnings(batch)).containsExactly("ACCOUNT_NEW");

        String changed = PAYEE.replace("000123456789", "000777777777");
        service().request("PUT", "/api/payees/" + partner, changed, MAKER);
        assertThat(warnings(batch)).containsExactly("ACCOUNT_NEW", "CHANGE_WAITING");
        service().post("/api/payees/" + partner + "/approve", "", CHECKER);
        assertThat(warnings(batch)).containsExactly("ACCOUNT_CHANGED_SINCE_PLANNING", "ACCOUNT_NEW");
        service()
                .request(
                        "PUT",
                        "/api/payees/" + partner,
                        changed.replace("\"taxId\"", "\"hold\":\"Dispute.\",\"taxId\""),
                        MAKER);

        assertThat(warnings(batch)).containsExactly("ACCOUNT_CHANGED_SINCE_PLANNING", "ACCOUNT_NEW", "PAYEE_ON_HOLD");
        service().post(batch + "/cancel", "", MAKER);
    }

    @Test
    void one_payout_is_taken_out_of_a_planned_batch_and_is_payable_again() {
        String out = "par_taken_out";
        String in = "par_stays_in";
        payable(out, "taken-out-1");
        payable(in, "stays-in-1");
        putPayee(out);
        putPayee(in);
        String batch = planned("taken-out-1", in);
        String payout = payoutsOf(batch, out).get(0).path("id").asString();

        Answer taken = takeOut(payout);

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().path("state").asString()).isEqualTo("CANCELLED");
        assertThat(taken.json().path("note").asString()).isEqualTo("Wrong account.");
        assertThat(takeOut(payout).status()).as("repeated").isEqualTo(200);
        assertThat(service().post(batch + "/approve", "", CHECKER).status()).isEqualTo(200);
        String file = service().request("GET", batch + "/pain001", null, MAKER).body();
        assertThat(file).contains("<NbOfTxs>1</NbOfTxs>");
        assertThat(service().request("GET", batch + "/csv", null, MAKER).body())
                .as("only what is paid")
                .contains(in)
                .doesNotContain(out);
        assertThat(explanations(out))
                .contains("was taken out of its batch, so the 1054.00 USD that it took are payable again");
        String kept = payoutsOf(batch, in).get(0).path("id").asString();
        assertThat(takeOut(kept).status()).as("approved already").isEqualTo(409);
        assertThat(payoutsOf(planned("taken-out-2", out), out)).hasSize(1);
        verifyLedger();
    }

    @Test
    void a_refund_since_planning_is_a_debt_and_commission_that_was_voided_is_not() {
        String partner = "par_debt";
        payable(partner, "debt-1");
        putPayee(partner);
        String batch = planned("debt-1", partner);
        closed(partner, "debt-2");
        service()
                .publish(
                        "referral.events",
                        "referral.deal-reversed.v1",
                        "ref-debt-2",
                        2,
                        partner,
                        Contracts.sample("referral.deal-reversed.v1")
                                .replace("01K1A7Q2M8V4R6T9W3X5Y7Z0BC", partner)
                                .replace("01K3E5G7H9J1K3M5N7P9Q1R3ST", "debt-2")
                                .replace("\"2108.00\"", "\"10540.00\""));
        service().awaitRecords("commission.events", records -> records.stream()
                .anyMatch(record -> record.type().equals("commission.commission-voided.v1")
                        && record.text().contains("debt-2")));

        assertThat(warnings(batch)).containsExactly("ACCOUNT_NEW");
        assertThat(reviewed(batch).at("/owed/amount").asString()).isEqualTo("0.00");

        Answer refunded = service()
                .post(
                        "/api/refunds",
                        """
                        {"refundId":"ref-debt-1","dealId":"debt-1","on":"2026-06-01",
                         "amount":{"amount":"2108.00","currency":"USD"}}
                        """,
                        MAKER);
        assertThat(refunded.status()).as(refunded.body()).isEqualTo(201);

        assertThat(warnings(batch))
                .containsExactly("ACCOUNT_NEW", "COMMISSION_CHANGED_SINCE_PLANNING", "DEBT_SINCE_PLANNING");
        assertThat(reviewed(batch).at("/commissions/0/changes/0/kind").asString())
                .isEqualTo("CLAWED_BACK");
        assertThat(reviewed(batch).at("/owed/amount").asString()).isEqualTo("210.80");
        verifyLedger();
    }

    @Test
    void
            a_hold_on_commission_that_a_planned_payout_has_taken_is_shown_to_the_approver_and_keeps_it_from_the_next_batch() {
        String partner = "par_suspected";
        payable(partner, "suspected-1");
        putPayee(partner);
        String batch = planned("suspected-1", partner);
        String commission = commissionOf(partner);

        Answer held =
                service().post("/api/commissions/" + commission + "/hold", "{\"reason\":\"Fraud suspected.\"}", MAKER);

        assertThat(held.status()).as(held.body()).isEqualTo(200);
        assertThat(warnings(batch)).containsExactly("ACCOUNT_NEW", "COMMISSION_ON_HOLD");
        JsonNode shown = reviewed(batch);
        assertThat(shown.at("/held/amount").asString()).isEqualTo("1054.00");
        assertThat(shown.at("/commissions/0/commissionId").asString()).isEqualTo(commission);
        assertThat(shown.at("/commissions/0/holds/0/reason").asString()).isEqualTo("Fraud suspected.");
        assertThat(takeOut(payoutsOf(batch, partner).get(0).path("id").asString())
                        .status())
                .isEqualTo(200);
        String next = planned("suspected-2", partner);
        assertThat(payoutsOf(next, partner)).isEmpty();
        assertThat(reviewed(batch).path("commissions")).as("taken out").isEmpty();
        verifyLedger();
    }

    private static String commissionOf(String partner) {
        return service()
                .get("/api/commissions?partnerId=" + partner)
                .json()
                .at("/items/0/id")
                .asString();
    }

    @Test
    void the_approver_is_warned_of_tax_details_that_are_new_changed_or_about_to_change() {
        String partner = "par_taxed";
        String profile = "/api/payees/" + partner + "/tax-profile";
        String taxes =
                """
                {"effectiveFrom":"2026-04-01","status":"FOREIGN","legalName":"Harbour Pine LLC",
                 "address":{"city":"Boston","country":"US"},"withholdingRate":"15","withholdingReason":"a law"}
                """;
        payable(partner, "taxed-1");
        putPayee(partner);
        String untaxed = planned("taxed-1", partner);
        assertThat(warnings(untaxed)).containsExactly("ACCOUNT_NEW");

        CLOCK.move(Duration.ofMinutes(1));
        Answer entered = service().request("PUT", profile, taxes, MAKER);
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        assertThat(warnings(untaxed))
                .containsExactly("ACCOUNT_NEW", "TAX_PROFILE_CHANGED_SINCE_PLANNING", "TAX_PROFILE_NEW");

        CLOCK.move(Duration.ofDays(60));
        service().request("PUT", profile, taxes.replace("\"15\"", "\"0\""), MAKER);
        assertThat(warnings(untaxed))
                .containsExactly("TAX_PROFILE_CHANGED_SINCE_PLANNING", "TAX_PROFILE_CHANGE_WAITING");
        service().post(profile + "/approve", "", CHECKER);
        payable(partner, "taxed-2");
        CLOCK.move(Duration.ofDays(130));
        assertThat(warnings(planned("taxed-2", partner))).isEmpty();
        CLOCK.moveTo(Instant.parse("2026-06-01T09:00:00Z"));
    }

    @Test
    void nothing_is_planned_to_a_country_that_is_blocked_and_a_planned_payout_is_marked() {
        String partner = "par_embargo";
        payable(partner, "embargo-1");
        putPayee(partner);
        String before = planned("embargo-1", partner);
        assertThat(warnings(before)).containsExactly("ACCOUNT_NEW");
        payable(partner, "embargo-2");
        CLOCK.moveTo(Instant.parse("2026-12-02T09:00:00Z"));
        try {
            assertThat(warnings(before)).containsExactly("BLOCKED_COUNTRY");

            String batch = planned("embargo-2", partner);
            assertThat(payoutsOf(batch, partner)).isEmpty();
            assertThat(reasons(batch, partner)).containsExactly("BLOCKED_COUNTRY");
        } finally {
            CLOCK.moveTo(Instant.parse("2026-06-01T09:00:00Z"));
        }
        assertThat(payoutsOf(planned("embargo-3", partner), partner))
                .as("before the country was blocked")
                .hasSize(1);
    }

    private static String explanations(String partner) {
        return service()
                .get("/api/commissions/" + commissionOf(partner))
                .json()
                .path("changes")
                .toString();
    }

    private static Answer takeOut(String payout) {
        return service().post("/api/payouts/" + payout + "/take-out", "{\"reason\":\"Wrong account.\"}", MAKER);
    }

    private static List<String> warnings(String batch) {
        List<String> warnings = new ArrayList<>();
        reviewed(batch).path("warnings").forEach(warning -> warnings.add(warning.asString()));
        return warnings;
    }

    /** The only payout of a batch, as the approver sees it. */
    private static JsonNode reviewed(String batch) {
        JsonNode items = service().get(batch + "/review").json().path("items");
        assertThat(items).as(items.toString()).hasSize(1);
        return items.get(0);
    }
}
