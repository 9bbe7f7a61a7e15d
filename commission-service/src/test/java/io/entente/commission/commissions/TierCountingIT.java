package io.entente.commission.commissions;

import static io.entente.commission.commissions.RunningCommissions.amounts;
import static io.entente.commission.commissions.RunningCommissions.commissionOf;
import static io.entente.commission.commissions.RunningCommissions.publishDeal;
import static io.entente.commission.commissions.RunningCommissions.publishProfile;
import static io.entente.commission.commissions.RunningCommissions.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A plan that names the smallest deal that counts for its tiers. Each deal of these tests is worth 1000.00 USD. */
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

    private static Answer addPlan(String code, String rule) {
        return service()
                .post(
                        "/api/commission-plans",
                        """
                        {"code":"%s","name":"No crumbs","effectiveFrom":"2026-01-01",
                         "appliesTo":{"partnerIds":["par_crumbs"]},"rule":%s,
                         "tierCounting":{"smallestDeal":{"amount":"1500.00","currency":"USD"}}}
                        """
                                .formatted(code, rule));
    }
}
