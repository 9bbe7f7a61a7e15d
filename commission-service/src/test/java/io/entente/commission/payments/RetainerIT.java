package io.entente.commission.payments;

import static io.entente.commission.payments.RunningPayments.commissionOf;
import static io.entente.commission.payments.RunningPayments.pay;
import static io.entente.commission.payments.RunningPayments.publishDeal;
import static io.entente.commission.payments.RunningPayments.refund;
import static io.entente.commission.payments.RunningPayments.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.PublishedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A payment on a retainer costs the same however many there were, and a fact is announced once. */
@ExtendWith(RunningPayments.class)
class RetainerIT {

    @Test
    void sixty_payments_and_one_refund_make_one_entry_and_one_message_each() {
        publishDeal("sixty", "12000.00", "USD", ",\"engagement\":{\"kind\":\"RETAINER\"}");
        commissionOf("sixty");
        for (int i = 1; i <= 60; i++) {
            assertThat(pay("sixty-" + i, "sixty", "100.10", "USD", "2026-05-10").status())
                    .isEqualTo(201);
        }
        assertThat(refund("sixty-r", "sixty", "100.10").status()).isEqualTo(201);
        assertThat(pay("sixty-61", "sixty", "100.10", "USD", "2026-05-10").status())
                .isEqualTo(201);

        Map<String, Long> entries = entries("par_sixty");
        assertThat(entries).isEqualTo(Map.of("NO_COMMISSION", 1L, "ACCRUAL", 61L, "VOIDED", 1L));
        assertThat(service().get("/api/balances/par_sixty").body())
                .as("10 % of 60 payments of 100.10")
                .contains("\"accrued\":\"600.60\"");
        Map<String, PublishedRecord> events = new LinkedHashMap<>();
        service().awaitRecords("commission.events", all -> {
            all.stream()
                    .filter(event -> event.data().path("dealId").asString().equals("sixty"))
                    .forEach(event -> events.put(event.envelope().id(), event));
            return events.values().stream().anyMatch(RetainerIT::isLast);
        });
        assertThat(events.values().stream()
                        .collect(Collectors.groupingBy(PublishedRecord::type, Collectors.counting())))
                .isEqualTo(Map.of(
                        "commission.no-commission-due.v1", 1L,
                        "commission.commission-accrued.v1", 61L,
                        "commission.commission-voided.v1", 1L));
    }

    private static boolean isLast(PublishedRecord event) {
        return event.data().path("ledgerTransactionId").asString().endsWith("63");
    }

    private static Map<String, Long> entries(String partner) {
        List<String> kinds = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = service()
                    .get("/api/ledger/" + partner + "?limit=200" + cursor)
                    .json();
            page.path("items").forEach(entry -> kinds.add(entry.path("kind").asString()));
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        return kinds.stream().collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
    }
}
