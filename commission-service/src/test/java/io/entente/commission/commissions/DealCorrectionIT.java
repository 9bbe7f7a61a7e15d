package io.entente.commission.commissions;

import static io.entente.commission.commissions.RunningCommissions.allocate;
import static io.entente.commission.commissions.RunningCommissions.amounts;
import static io.entente.commission.commissions.RunningCommissions.awaitStatus;
import static io.entente.commission.commissions.RunningCommissions.closeDeal;
import static io.entente.commission.commissions.RunningCommissions.commissionOf;
import static io.entente.commission.commissions.RunningCommissions.eventsOf;
import static io.entente.commission.commissions.RunningCommissions.pay;
import static io.entente.commission.commissions.RunningCommissions.publishDeal;
import static io.entente.commission.commissions.RunningCommissions.publishProfile;
import static io.entente.commission.commissions.RunningCommissions.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.partners.PartnerId;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Corrections of deals, from the event to the ledger. The deals are worth 1000.00 USD and earn ten percent. */
@ExtendWith(RunningCommissions.class)
class DealCorrectionIT {

    @Test
    void a_correction_is_booked_once_and_explained_with_its_origin() {
        String commission = closeDeal("par_cor", "cor-1");

        publishCorrection("par_cor", "cor-1", "800.00", 2);
        publishCorrection("par_cor", "cor-1", "800.00", 2);
        awaitEarned(commission, "80.00");

        assertThat(kinds("par_cor")).containsExactly("ACCRUAL", "RECOUNTED", "ADJUSTED");
        JsonNode adjusted = chain("par_cor").get(2);
        assertThat(adjusted.path("because").asString()).isEqualTo("A typing error");
        assertThat(adjusted.path("actor").asString()).isEqualTo("user:u-17");
        assertThat(adjusted.path("explanation").toString())
                .contains("correction 1", "amount USD 1000.00 -> USD 800.00", "par_cor/", "100.00", "-20.00");
        assertThat(chain("par_cor").get(1).path("revenue").toString()).contains("800.00");
        PublishedRecord told = eventsOf(
                        commission,
                        service()
                                .awaitRecords(
                                        "commission.events",
                                        all -> eventsOf(commission, all).size() == 2))
                .get(1);
        assertThat(told.type()).isEqualTo("commission.commission-adjusted.v1");
        Contracts.assertMatches(told.type(), told.text());
        assertThat(service().post("/api/ledger/verify", "").status()).isLessThan(300);
    }

    @Test
    void a_correction_that_arrives_first_waits_for_its_deal() {
        publishProfile("par_early");
        publishCorrection("par_early", "early-1", "500.00", 2);
        publishDeal("par_early", "early-1", "", "");
        String commission = commissionOf("early-1");

        awaitEarned(commission, "50.00");
        assertThat(kinds("par_early")).containsExactly("ACCRUAL", "RECOUNTED", "ADJUSTED");
    }

    @Test
    void a_payout_that_was_too_much_is_owed_back() {
        Payables payables = service().context().getBean(Payables.class);
        PartnerId partner = new PartnerId("par_much");
        String commission = closeDeal("par_much", "much-1");
        pay("much-p", "much-1", "1000.00");
        awaitStatus(commission, "PAYABLE");
        allocate(payables, "po-much", partner);
        payables.paid("po-much", "finance:u-1");
        awaitStatus(commission, "PAID");

        publishCorrection("par_much", "much-1", "700.00", 2);

        awaitEarned(commission, "70.00");
        assertThat(service().get("/api/balances/par_much").body()).contains("\"clawbackDue\":\"30.00\"");
    }

    @Test
    void a_reversed_deal_counts_no_more() {
        closeDeal("par_gone", "gone-1");
        publishReversal("par_gone", "gone-1");

        await().until(() -> kinds("par_gone").size() == 3);
        assertThat(kinds("par_gone")).containsExactly("ACCRUAL", "VOIDED", "RECOUNTED");
        JsonNode last = chain("par_gone").get(2);
        assertThat(last.path("dealsByYear").path("2026").asInt()).isZero();
        assertThat(last.path("revenue").toString()).contains("0.00").doesNotContain("1000.00");
    }

    private static void awaitEarned(String commission, String net) {
        await().untilAsserted(() -> assertThat(amounts(commission).toString()).contains("\"" + net + "\""));
    }

    private static JsonNode chain(String partner) {
        return service().get("/api/ledger/" + partner).json().path("items");
    }

    private static List<String> kinds(String partner) {
        List<String> kinds = new ArrayList<>();
        chain(partner).forEach(item -> kinds.add(item.path("kind").asString()));
        return kinds;
    }

    private static void publishCorrection(String partner, String deal, String amount, long sequence) {
        service()
                .publish(
                        "referral.events",
                        "referral.deal-corrected.v1",
                        deal,
                        sequence,
                        partner,
                        """
                {"referralId":"ref_%s","partnerId":"%s","dealId":"%s","service":"Audit","involvement":"STANDARD",
                 "client":{"key":"brightwater.example","organisation":"Brightwater"},
                 "amount":{"amount":"%s","currency":"USD"},"closedOn":"2026-04-02",
                 "credit":[{"partnerId":"%s","role":"ORIGINATOR","share":"1.00"}],
                 "kind":"CORRECTION","changed":["amount"],"number":1,"reason":"A typing error",
                 "before":{"amount":{"amount":"1000.00","currency":"USD"},"closedOn":"2026-04-02","service":"Audit",
                           "credit":[{"partnerId":"%s","role":"ORIGINATOR","share":"1.00"}]},
                 "occurredAt":"2026-04-03T09:00:00Z","actor":"user:u-17","origin":"LIVE"}
                """
                                .formatted(deal, partner, deal, amount, partner, partner));
    }

    private static void publishReversal(String partner, String deal) {
        service()
                .publish(
                        "referral.events",
                        "referral.deal-reversed.v1",
                        deal,
                        2,
                        partner,
                        """
                {"referralId":"ref_%s","partnerId":"%s","dealId":"%s","service":"Audit",
                 "client":{"key":"brightwater.example","organisation":"Brightwater"},
                 "amount":{"amount":"1000.00","currency":"USD"},"dealAmount":{"amount":"1000.00","currency":"USD"},
                 "reversedOn":"2026-04-03","reason":"Entered twice.","occurredAt":"2026-04-03T09:00:00Z",
                 "actor":"user:u-17","origin":"LIVE"}
                """
                                .formatted(deal, partner, deal));
    }
}
