package io.entente.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** A deal that was entered wrongly is corrected at the referral service, and its commission follows. */
@ExtendWith(ClusterExtension.class)
@ResourceLock(Cluster.SERVICES)
class CorrectedDealIT {

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final Cluster cluster;

    CorrectedDealIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void the_difference_of_a_corrected_deal_is_told_as_an_adjustment() {
        Random choices = Seed.of("CorrectedDealIT");
        Load load = new Load(cluster, choices).prepare(1, 1);
        byte[] id = new byte[16];
        choices.nextBytes(id);
        String dealId = "corrected-" + HexFormat.of().formatHex(id);
        String deals = "/api/referrals/" + load.anyReferral() + "/deals";
        Answer closed = post(
                deals,
                """
                {"dealId":"%s","amount":{"amount":"1000.00","currency":"USD"},"closedOn":"2026-01-02"}
                """
                        .formatted(dealId));
        assertThat(closed.status()).as(closed.body()).isEqualTo(201);
        BigDecimal accrued = amount(awaitEvent(dealId, "commission.commission-accrued.v1"));

        Answer corrected = post(
                deals + "/" + dealId + "/correct",
                "{\"amount\":{\"amount\":\"900.00\",\"currency\":\"USD\"},\"reason\":\"A typing error\"}");

        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        JsonNode adjusted = awaitEvent(dealId, "commission.commission-adjusted.v1");
        assertThat(amount(adjusted))
                .isEqualByComparingTo(accrued.multiply(TENTH).negate());
        assertThat(adjusted.path("explanation").toString()).contains("USD 1000.00 -> USD 900.00");
    }

    private Answer post(String path, String body) {
        return Http.post(cluster.service(Cluster.REFERRAL).url(path), body);
    }

    private JsonNode awaitEvent(String dealId, String type) {
        return await(type + " of " + dealId)
                .atMost(Duration.ofSeconds(60))
                .until(() -> events(dealId, type), events -> !events.isEmpty())
                .get(0);
    }

    private List<JsonNode> events(String dealId, String type) {
        return new Topics(cluster)
                .read(Topics.COMMISSION_EVENTS).stream()
                        .filter(record -> Topics.header(record, "ce_type").equals(type))
                        .map(Topics::data)
                        .filter(data -> data.path("dealId").asString("").equals(dealId))
                        .toList();
    }

    private static BigDecimal amount(JsonNode data) {
        return new BigDecimal(data.path("amount").path("amount").asString());
    }
}
