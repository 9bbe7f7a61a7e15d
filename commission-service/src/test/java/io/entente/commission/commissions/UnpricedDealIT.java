package io.entente.commission.commissions;

import static io.entente.commission.commissions.RunningCommissions.MAKER;
import static io.entente.commission.commissions.RunningCommissions.amounts;
import static io.entente.commission.commissions.RunningCommissions.awaitStatus;
import static io.entente.commission.commissions.RunningCommissions.commissionOf;
import static io.entente.commission.commissions.RunningCommissions.eventsOf;
import static io.entente.commission.commissions.RunningCommissions.pay;
import static io.entente.commission.commissions.RunningCommissions.publishProfile;
import static io.entente.commission.commissions.RunningCommissions.refund;
import static io.entente.commission.commissions.RunningCommissions.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Deals that no plan covers, from the list for finance to the command that prices them. */
@ExtendWith(RunningCommissions.class)
class UnpricedDealIT {

    private static final String LIST = "/api/unpriced-deals?partnerId=par_gap";

    @Test
    void finance_lists_deals_without_a_plan_and_prices_them_after_the_gap_was_mended() {
        publishProfile("par_gap");
        publishDeal("par_gap", "gap-1", "1999-06-01");
        publishDeal("par_gap", "gap-2", "1999-06-02");
        String first = commissionOf("gap-1");
        String second = commissionOf("gap-2");
        pay("gap-1-a", "gap-1", "1000.00");

        JsonNode items = list(LIST);
        assertThat(items.valueStream().map(item -> item.path("dealId").asString()))
                .containsExactly("gap-1", "gap-2");
        assertThat(items.get(0).path("reason").asString()).isEqualTo("NO_PLAN_IN_FORCE");
        assertThat(items.get(0).path("commissionId").asString()).isEqualTo(first);
        assertThat(items.get(0).path("amount").path("amount").asString()).isEqualTo("1000.00");
        assertFilteredPagedAndExported();

        assertThat(price("par_gap", MAKER).json().path("stillUnpriced").asInt()).isEqualTo(2);
        mend("before-2000", "1999");
        assertThat(price("par_gap", MAKER).json().path("priced").asInt()).isEqualTo(2);

        awaitStatus(first, "PAYABLE");
        assertThat(amounts(first).path("net").asString()).isEqualTo("100.00");
        awaitStatus(second, "ACCRUED");
        assertThat(list(LIST)).isEmpty();
        assertThat(price("par_gap", MAKER).json().path("priced").asInt()).isZero();
        List<PublishedRecord> events = eventsOf(second, service().records("commission.events"));
        assertThat(events)
                .extracting(PublishedRecord::type)
                .containsExactly("commission.no-commission-due.v1", "commission.commission-adjusted.v1");
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
    }

    @Test
    void a_deal_that_is_priced_by_command_knows_what_was_paid_refunded_and_voided_before() {
        publishProfile("par_gap_kept");
        publishDeal("par_gap_kept", "gap-kept", "1998-06-01");
        String id = commissionOf("gap-kept");
        pay("gap-kept-a", "gap-kept", "600.00");
        pay("gap-kept-b", "gap-kept", "400.00");
        refund("gap-kept-r", "gap-kept", "150.00");
        refund("gap-kept-s", "gap-kept", "70.00");
        assertThat(service()
                        .post("/api/refunds/gap-kept-s/void", "{\"reason\":\"Entered twice.\"}")
                        .status())
                .isEqualTo(200);

        assertThat(service().get("/api/ledger/par_gap_kept").body())
                .contains("\"kind\":\"REFUND_NOTED\"")
                .contains("150.00 USD are noted as lost now; before, 220.00 USD were.");

        mend("in-1998", "1998");
        assertThat(price("par_gap_kept", MAKER).json().path("priced").asInt()).isEqualTo(1);

        awaitStatus(id, "PAYABLE");
        assertThat(amounts(id).path("net").asString()).as("10 % of 850.00").isEqualTo("85.00");
        assertThat(amounts(id).path("payable").asString()).isEqualTo("85.00");
        JsonNode commission = service().get("/api/commissions/" + id).json();
        assertThat(commission.path("rule").asString()).isEqualTo("PERCENT");
        assertThat(commission.path("portions").findValuesAsString("dueOn")).containsOnly("2026-05-20");
        assertThat(service()
                        .post("/api/ledger/verify", "{\"partnerId\":\"par_gap_kept\"}")
                        .body())
                .doesNotContain("don't follow");
    }

    private static void assertFilteredPagedAndExported() {
        assertThat(list(LIST + "&closedFrom=1999-06-02")).hasSize(1);
        assertThat(list(LIST + "&closedTo=1999-06-01")).hasSize(1);
        assertThat(list(LIST + "&reason=CURRENCY_DIFFERS")).isEmpty();
        assertThat(list("/api/unpriced-deals?reason=NO_PLAN_IN_FORCE&closedFrom=1999-06-02&closedTo=1999-06-02"))
                .hasSize(1);
        JsonNode page = service().get(LIST + "&limit=1").json();
        assertThat(page.path("items")).hasSize(1);
        JsonNode next = list(LIST + "&limit=1&cursor=" + page.path("next").asString());
        assertThat(next.get(0).path("dealId").asString()).isEqualTo("gap-2");
        assertThat(service().get("/api/unpriced-deals/export?partnerId=par_gap").body())
                .contains(
                        "1999-06-01,par_gap,gap-1,ref_gap-1,brightwater.example,Brightwater,USD,1000.00,NO_PLAN_IN_FORCE,");
    }

    private static JsonNode list(String path) {
        Answer answer = service().get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items");
    }

    private static Answer price(String partner, String actor) {
        Answer answer = service().post("/api/unpriced-deals/price", "{\"partnerId\":\"" + partner + "\"}", actor);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static void mend(String code, String year) {
        Answer added = service()
                .post(
                        "/api/commission-plans",
                        """
                        {"code":"%1$s","noticeReason":"It was agreed.","name":"Before 2000","effectiveFrom":"%2$s-01-01",
                         "effectiveTo":"%2$s-12-31","rule":{"type":"PERCENT","rate":"0.10"}}
                        """
                                .formatted(code, year));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
    }

    private static void publishDeal(String partner, String deal, String closedOn) {
        service()
                .publish(
                        "referral.events",
                        "referral.deal-closed.v1",
                        "ref_" + deal,
                        1,
                        partner,
                        """
                        {"referralId":"ref_%1$s","partnerId":"%3$s","dealId":"%1$s","service":"Audit",
                         "involvement":"STANDARD","client":{"key":"brightwater.example","organisation":"Brightwater"},
                         "amount":{"amount":"1000.00","currency":"USD"},"closedOn":"%2$s",
                         "credit":[{"partnerId":"%3$s","role":"ORIGINATOR","share":"1.00"}],
                         "occurredAt":"2026-04-02T09:00:00Z","actor":"system","origin":"LIVE"}
                        """
                                .formatted(deal, closedOn, partner));
    }
}
