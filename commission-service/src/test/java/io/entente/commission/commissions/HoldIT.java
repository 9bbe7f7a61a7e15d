package io.entente.commission.commissions;

import static io.entente.commission.commissions.RunningCommissions.MAKER;
import static io.entente.commission.commissions.RunningCommissions.act;
import static io.entente.commission.commissions.RunningCommissions.awaitStatus;
import static io.entente.commission.commissions.RunningCommissions.closeDeal;
import static io.entente.commission.commissions.RunningCommissions.commissionOf;
import static io.entente.commission.commissions.RunningCommissions.eventsOf;
import static io.entente.commission.commissions.RunningCommissions.pay;
import static io.entente.commission.commissions.RunningCommissions.publishDeal;
import static io.entente.commission.commissions.RunningCommissions.publishProfile;
import static io.entente.commission.commissions.RunningCommissions.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commissions that are held until a person or the client's consent releases them. */
@ExtendWith(RunningCommissions.class)
class HoldIT {

    @Test
    void a_held_commission_waits_until_it_is_released() {
        String commission = closeDeal("par_held", "held-1");
        assertThat(act(commission, "hold", "{\"reason\":\"Asked why.\"}", MAKER, "If-Match: \"2\"")
                        .status())
                .as("the decision was made on another version")
                .isEqualTo(412);
        assertThat(act(commission, "hold", "{\"reason\":\"Asked why.\"}", MAKER, "If-Match: \"1\"")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("ON_HOLD");
        pay("held-1-a", "held-1", "1000.00");

        Answer released = act(commission, "release", "{\"reason\":\"Answered.\"}", MAKER);

        assertThat(released.json().path("status").asString()).isEqualTo("PAYABLE");
        List<PublishedRecord> events = eventsOf(
                commission,
                service()
                        .awaitRecords(
                                "commission.events",
                                all -> eventsOf(commission, all).size() == 4));
        assertThat(events)
                .extracting(PublishedRecord::type)
                .containsExactly(
                        "commission.commission-accrued.v1",
                        "commission.commission-held.v1",
                        "commission.commission-released.v1",
                        "commission.commission-released.v1");
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
    }

    @Test
    void a_commission_is_held_until_the_client_consents_if_the_country_demands_it() {
        publishProfile("par_asks");
        publishDeal("par_asks", "asks-1", ",\"country\":\"SG\"", "");
        String commission = commissionOf("asks-1");
        awaitStatus(commission, "ON_HOLD");
        pay("asks-1-a", "asks-1", "1000.00");

        service()
                .publish(
                        "referral.events",
                        "referral.consent-recorded.v1",
                        "ref_asks-1",
                        2,
                        "par_asks",
                        """
                {"referralId":"ref_asks-1","partnerId":"par_asks","service":"Audit",
                 "client":{"key":"brightwater.example","organisation":"Brightwater"},
                 "consent":{"feeDisclosed":true,"clientAgrees":true},
                 "occurredAt":"2026-04-07T09:00:00Z","actor":"system","origin":"LIVE"}
                """);

        awaitStatus(commission, "PAYABLE");
        eventsOf(
                        commission,
                        service()
                                .awaitRecords(
                                        "commission.events",
                                        all -> eventsOf(commission, all).size() == 4))
                .forEach(event -> Contracts.assertMatches(event.type(), event.text()));
    }
}
