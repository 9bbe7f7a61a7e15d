package io.entente.commission.statements;

import static io.entente.testkit.security.Callers.asFinance;
import static io.entente.testkit.security.Callers.asPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.commission.CommissionServiceApplication;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.MovableClock;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Disputes of a statement with one deal: who hears of them, and where they are listed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DisputeIT {

    private static final String PARTNER = "01K1A7Q2M8V4R6T9W3X5Y7Z0BC";
    private static final String FINANCE = asFinance("u-1");
    private static final String OWNER = asPartner(PARTNER);
    private static final String OWNER_NAME = "partner:" + PARTNER + "/usr-of-" + PARTNER;
    private static final String DISPUTES = "/api/statements/disputes";
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));

    private static RunningService service;
    private static String statement;

    @BeforeAll
    static void a_statement_is_issued() {
        service = RunningService.start(CommissionServiceApplication.service()
                .initializers(context -> context.getBeanFactory().registerSingleton("clock", CLOCK)));
        service.publishSample("partner.profile.v1");
        service.publishSample("referral.deal-closed.v1");
        service.awaitRecords("commission.events", records -> records.stream()
                .anyMatch(record -> record.type().equals("commission.commission-accrued.v1")));
        CLOCK.moveTo(Instant.parse("2026-07-02T09:00:00Z"));
        Answer started = service.post("/api/statement-runs", "{\"quarter\":\"2026-Q2\"}", FINANCE);
        String run = started.header("Location").orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> service.get(run).json().path("status").asString().equals("ENDED"));
        statement = items("/api/statements?quarter=2026-Q2").get(0).path("id").asString();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void a_dispute_is_announced_once_and_listed_until_it_is_resolved() {
        String line = "/api/statements/" + statement + "/lines/1/";
        assertThat(items(DISPUTES)).isEmpty();

        Answer disputed = service.post(line + "dispute", "{\"reason\":\"=Too little.\"}", OWNER);
        assertThat(disputed.status()).as(disputed.body()).isEqualTo(200);
        service.post(line + "dispute", "{\"reason\":\"=Too little.\"}", OWNER);

        for (String query : List.of("", "?quarter=2026-Q2", "?partnerId=" + PARTNER, "?limit=1")) {
            assertThat(items(DISPUTES + query))
                    .as(query)
                    .extracting(
                            dispute -> dispute.path("statementId").asString(),
                            dispute -> dispute.path("line").asInt(),
                            dispute -> dispute.path("reason").asString(),
                            dispute -> dispute.path("disputedBy").asString(),
                            dispute -> dispute.path("disputedAt").asString())
                    .containsExactly(tuple(statement, 1, "=Too little.", OWNER_NAME, "2026-07-02T09:00:00Z"));
        }
        for (String query : List.of("?quarter=2026-Q1", "?partnerId=par_other", "?cursor=" + statement + ":1")) {
            assertThat(items(DISPUTES + query)).as(query).isEmpty();
        }
        assertThat(service.get(DISPUTES + "/export").body().lines())
                .containsExactly(
                        "statementId,partnerId,quarter,currency,line,reason,disputedBy,disputedAt",
                        "%s,%s,2026-Q2,USD,1,'=Too little.,%s,2026-07-02T09:00:00Z"
                                .formatted(statement, PARTNER, OWNER_NAME));

        CLOCK.moveTo(Instant.parse("2026-07-03T09:00:00Z"));
        Answer resolved = service.post(line + "resolve", "{\"resolution\":\"It is 10 %.\"}", FINANCE);
        assertThat(resolved.status()).as(resolved.body()).isEqualTo(200);
        assertThat(items(DISPUTES)).isEmpty();
        List<PublishedRecord> told = service
                .awaitRecords("commission.events", records -> records.stream()
                        .anyMatch(record -> record.type().equals("commission.statement-dispute-resolved.v1")))
                .stream()
                .filter(record -> record.subject().equals(statement))
                .toList();
        assertThat(told)
                .extracting(PublishedRecord::type, PublishedRecord::sequence, record -> record.data()
                        .path("actor")
                        .asString())
                .containsExactly(
                        tuple("commission.statement-issued.v1", 1L, "user:u-1"),
                        tuple("commission.statement-line-disputed.v1", 2L, OWNER_NAME),
                        tuple("commission.statement-dispute-resolved.v1", 3L, "user:u-1"));
        told.forEach(record -> Contracts.assertMatches(record.type(), record.text()));
        assertThat(told.get(1).data().path("reason").asString()).isEqualTo("=Too little.");
        assertThat(told.get(2).data().path("resolution").asString()).isEqualTo("It is 10 %.");
    }

    private static List<JsonNode> items(String path) {
        return service.get(path).json().path("items").valueStream().toList();
    }
}
