package io.entente.commission.commissions;

import static io.entente.commission.commissions.RunningCommissions.amounts;
import static io.entente.commission.commissions.RunningCommissions.commissionOf;
import static io.entente.commission.commissions.RunningCommissions.eventsOfDeal;
import static io.entente.commission.commissions.RunningCommissions.publishDeal;
import static io.entente.commission.commissions.RunningCommissions.publishProfile;
import static io.entente.commission.commissions.RunningCommissions.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Plans that leave out small deals, or count deals by share, for their tiers. A deal is worth 1000.00 USD unless it is said otherwise. */
@ExtendWith(RunningCommissions.class)
class TierCountingIT {

    private static final String VOLUME =
            """
            {"type":"VOLUME_TIERS","mode":"MARGINAL","bands":[{"from":1,"rate":"0.10"},{"from":4,"rate":"0.15"}]}
            """;

    @Test
    void deals_that_are_too_small_do_not_lift_the_fourth_deal() {
        Answer added = addPlan("no-crumbs", VOLUME);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(service()
                        .get("/api/commission-plans/no-crumbs")
                        .json()
                        .path("tierCounting")
                        .toString())
                .contains("\"smallestDeal\":{\"amount\":\"1500.00\",\"currency\":\"USD\"}");
        publishProfile("par_crumbs");
        for (int i = 1; i <= 4; i++) {
            publishDeal("par_crumbs", "crumbs-" + i, "", "");
        }

        String fourth = commissionOf("crumbs-4");

        assertThat(amounts(fourth).path("net").asString()).isEqualTo("100.00");
        assertThat(service().get("/api/commissions/" + fourth).body())
                .contains("Deals below 1500.00 USD don't count for tiers. This deal counts as 0.");
        assertThat(service()
                        .post("/api/ledger/verify", "{\"partnerId\":\"par_crumbs\"}")
                        .body())
                .doesNotContain("don't follow");
    }

    @Test
    void only_a_rule_that_counts_deals_can_say_how_they_count() {
        Answer refused = addPlan("no-crumbs-at-ten", "{\"type\":\"PERCENT\",\"rate\":\"0.10\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("tierCounting");
    }

    @Test
    void co_sold_deals_that_count_by_share_reach_the_tier_together_and_show_the_rate_in_force() {
        Answer added = service()
                .post(
                        "/api/commission-plans",
                        """
                        {"code":"by-share","noticeReason":"It was agreed.","name":"By share","effectiveFrom":"2026-01-01",
                         "appliesTo":{"partnerIds":["par_halves"]},
                         "rule":{"type":"VOLUME_TIERS","mode":"RETROACTIVE",
                                 "bands":[{"from":1,"rate":"0.10"},{"from":2,"rate":"0.15"}]},
                         "tierCounting":{"byShare":true}}
                        """);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        publishProfile("par_halves");
        publishProfile("par_other_half");
        String first = coSold("halves-1", "1300.00");
        String second = coSold("halves-2", "1700.00");
        assertThat(amounts(first).path("net").asString()).as("counts as 0.5").isEqualTo("65.00");
        assertThat(amounts(second).path("net").asString()).as("counts as 1").isEqualTo("85.00");

        publishDeal("par_halves", "halves-3", "", "");
        String third = commissionOf("halves-3");

        assertThat(amounts(third).path("net").asString()).as("counts as 2").isEqualTo("150.00");
        await().untilAsserted(
                        () -> assertThat(amounts(first).path("net").asString()).isEqualTo("97.50"));
        await().untilAsserted(
                        () -> assertThat(amounts(second).path("net").asString()).isEqualTo("127.50"));
        JsonNode lifted = service().get("/api/commissions/" + first).json();
        assertThat(new BigDecimal(lifted.path("rate").asString())).isEqualByComparingTo("0.15");
        assertThat(new BigDecimal(lifted.path("accrualRate").asString())).isEqualByComparingTo("0.10");
        assertThat(service().get("/api/balances/par_other_half").body())
                .as("10 % of the other halves, by another plan")
                .contains("\"accrued\":\"150.00\"");
    }

    private static String coSold(String deal, String amount) {
        service()
                .publish(
                        "referral.events",
                        "referral.deal-closed.v1",
                        "ref_" + deal,
                        1,
                        "par_halves",
                        """
                {"referralId":"ref_%1$s","partnerId":"par_halves","dealId":"%1$s","service":"Audit","involvement":"STANDARD",
                 "client":{"key":"brightwater.example","organisation":"Brightwater"},
                 "amount":{"amount":"%2$s","currency":"USD"},"closedOn":"2026-04-02",
                 "credit":[{"partnerId":"par_halves","role":"ORIGINATOR","share":"0.50"},
                           {"partnerId":"par_other_half","role":"CO_SELLER","share":"0.50"}],
                 "occurredAt":"2026-04-02T09:00:00Z","actor":"system","origin":"LIVE"}
                """
                                .formatted(deal, amount));
        return service()
                .awaitRecords(
                        "commission.events", all -> eventsOfDeal(deal, all).size() >= 2)
                .stream()
                .filter(event -> event.data().path("dealId").asString().equals(deal))
                .filter(event -> event.data().path("partnerId").asString().equals("par_halves"))
                .findFirst()
                .orElseThrow()
                .subject();
    }

    private static Answer addPlan(String code, String rule) {
        return service()
                .post(
                        "/api/commission-plans",
                        """
                        {"code":"%s","noticeReason":"It was agreed.","name":"No crumbs","effectiveFrom":"2026-01-01",
                         "appliesTo":{"partnerIds":["par_crumbs"]},"rule":%s,
                         "tierCounting":{"smallestDeal":{"amount":"1500.00","currency":"USD"}}}
                        """
                                .formatted(code, rule));
    }
}
