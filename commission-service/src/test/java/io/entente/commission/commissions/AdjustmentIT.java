package io.entente.commission.commissions;

import static io.entente.commission.commissions.RunningCommissions.CHECKER;
import static io.entente.commission.commissions.RunningCommissions.MAKER;
import static io.entente.commission.commissions.RunningCommissions.act;
import static io.entente.commission.commissions.RunningCommissions.amounts;
import static io.entente.commission.commissions.RunningCommissions.closeDeal;
import static io.entente.commission.commissions.RunningCommissions.eventsOf;
import static io.entente.commission.commissions.RunningCommissions.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Corrections of a commission, which a second person approves if they are large. */
@ExtendWith(RunningCommissions.class)
class AdjustmentIT {

    @Test
    void a_large_correction_needs_a_second_person() {
        String commission = closeDeal("par_fix", "fix-1");
        String large =
                "{\"adjustmentId\":\"a-1\",\"amount\":{\"amount\":\"600.00\",\"currency\":\"USD\"},\"reason\":\"Agreed.\"}";

        Answer asked = act(commission, "adjustments", large, MAKER);
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().path("status").asString()).isEqualTo("WAITING");
        assertThat(act(commission, "adjustments/a-1/approve", "", MAKER).status())
                .isEqualTo(409);
        assertThat(amounts(commission).path("adjusted").asString()).isEqualTo("0.00");
        assertThat(act(commission, "adjustments/a-1/approve", "", CHECKER)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("APPROVED");
        assertThat(act(commission, "adjustments/a-1/approve", "", CHECKER).status())
                .isEqualTo(200);

        assertThat(amounts(commission).path("net").asString()).isEqualTo("700.00");
        String small = large.replace("600.00", "-50.00").replace("a-1", "a-2");
        assertThat(act(commission, "adjustments", small, MAKER)
                        .json()
                        .path("status")
                        .asString())
                .as("the partner's adjustments add up to 650.00")
                .isEqualTo("WAITING");
        assertThat(act(commission, "adjustments/a-2/approve", "", CHECKER).status())
                .isEqualTo(200);
        assertThat(act(commission, "adjustments", small, MAKER).headers().firstValue("Idempotency-Replayed"))
                .contains("true");
        assertThat(act(commission, "adjustments", small.replace("-50", "-51"), MAKER)
                        .status())
                .isEqualTo(422);
        assertThat(act(commission, "adjustments", small.replace("-50", "-9000").replace("a-2", "a-3"), MAKER)
                        .status())
                .isEqualTo(409);
        assertThat(amounts(commission).path("net").asString()).isEqualTo("650.00");
        String against = large.replace("600.00", "-620.00");
        act(commission, "adjustments", against.replace("a-1", "a-4"), MAKER);
        act(commission, "adjustments", against.replace("a-1", "a-5"), MAKER);
        assertThat(act(commission, "adjustments/a-4/approve", "", CHECKER, "If-Match: \"2\"")
                        .status())
                .isEqualTo(412);
        assertThat(act(commission, "adjustments/a-4/approve", "", CHECKER).status())
                .isEqualTo(200);
        assertThat(act(commission, "adjustments/a-5/approve", "", CHECKER).status())
                .as("the adjustment exceeds the remaining amount")
                .isEqualTo(409);
        assertThat(service()
                        .get("/api/commissions/" + commission + "/adjustments/a-5")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("WAITING");
        String list = "/api/adjustments?q=" + commission;
        assertThat(service().get(list + "&status=WAITING").json().path("items")).hasSize(1);
        assertThat(service()
                        .get(list + "&status=APPROVED&currency=USD&order=desc")
                        .json()
                        .path("items"))
                .isNotEmpty();
        assertThat(service().get(list + "&to=2000-01-01").json().path("items")).isEmpty();
        assertThat(service()
                        .get("/api/adjustments/export?status=WAITING&q=" + commission)
                        .body()
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("a-5," + commission + ",");
        PublishedRecord adjusted = eventsOf(
                        commission,
                        service()
                                .awaitRecords(
                                        "commission.events",
                                        all -> eventsOf(commission, all).size() == 4))
                .get(1);
        assertThat(adjusted.type()).isEqualTo("commission.commission-adjusted.v1");
        Contracts.assertMatches(adjusted.type(), adjusted.text());
    }
}
