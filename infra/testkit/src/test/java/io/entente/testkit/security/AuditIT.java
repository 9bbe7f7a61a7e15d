package io.entente.testkit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.servers.TestServers;
import io.entente.servers.TestServers.Isolated;
import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import io.entente.testkit.RunningService.Client;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The audit log of a service whose callers sign in. */
class AuditIT {

    private static final TestTokens TOKENS = TestTokens.shared();
    private static final String ORDERS = "/api/orders";

    private Isolated servers;
    private RunningService service;
    private Client admin;

    @BeforeEach
    void start() {
        servers = TestServers.isolated();
        service = started();
        admin = service.as(TOKENS.admin());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private RunningService started() {
        return RunningService.start(
                servers, SecuredApplication.service(), TOKENS.settings().toArray(String[]::new));
    }

    @Test
    void commands_and_refused_attempts_are_recorded_with_who_and_what_and_reads_are_not() {
        service.as(TOKENS.finance()).post(ORDERS, "{\"partnerId\":\"par_1\"}", "X-Correlation-Id: cor_7");
        service.as(TOKENS.finance()).get(ORDERS + "/o-1");
        service.as(TOKENS.finance()).get(ORDERS + "/o-9");
        service.as(TOKENS.ops()).post(ORDERS + "/cancel", "{}");
        service.anonymous().get(ORDERS + "/o-1?partnerId=par_1");
        service.as(TOKENS.expired()).post("/no/such/path", "{}");
        service.as(TOKENS.partner("par_1", "ana")).get(ORDERS + "/o-2/lines/0");
        service.as(TOKENS.finance()).post(ORDERS, "{\"partner\":\"par_1\"}");
        service.anonymous().post(ORDERS + "/hubspot", "{}");

        assertThat(rows(admin.get("/api/audit")))
                .containsExactly(
                        "anonymous POST /api/orders/{source} /api/orders/hubspot DONE 200",
                        "user:fin-1 POST /api/orders /api/orders REFUSED 400",
                        "partner:par_1/ana GET /api/orders/{id}/lines/{line} /api/orders/o-2/lines/0 REFUSED 404",
                        "anonymous POST /{unknown} REFUSED 401",
                        "anonymous GET /api/orders/{id} /api/orders/o-1 REFUSED 401",
                        "user:ops-1 POST /api/orders/cancel /api/orders/cancel REFUSED 403",
                        "user:fin-1 POST /api/orders /api/orders DONE 200");
        assertThat(items(admin.get("/api/audit?outcome=DONE&actor=user:fin-1"))
                        .map(item -> item.path("correlationId").asString()))
                .containsExactly("cor_7");
    }

    @Test
    void what_a_caller_writes_into_a_path_or_a_query_is_not_recorded_unless_it_is_an_id() {
        Client finance = service.as(TOKENS.finance());
        Client partner = service.as(TOKENS.partner("par_1"));
        for (String path : List.of(
                ORDERS + "/anna.schmidt@plankton.example",
                ORDERS + "/DE89370400440532013000",
                ORDERS + "/plankton-plankton?email=anna@plankton.example",
                ORDERS + "/anna%20plankton/lines/0",
                ORDERS + "/of/+60123456789",
                "/plankton/" + "A".repeat(43),
                "/api/audit/plankton;x=y")) {
            finance.post(path.replace("?", "/x?"), "{}");
            partner.get(path);
            service.anonymous().get(path);
            service.anonymous().request("PLANKTON", path, null);
        }
        String entries = admin.get("/api/audit?limit=200").body();

        assertThat(items(admin.get("/api/audit?limit=200")).count()).isGreaterThan(15);
        assertThat(entries)
                .doesNotContainIgnoringCase("plankton")
                .doesNotContain("anna", "DE89", "60123456789", "AAAA", "?");
        assertThat(rows(admin.get("/api/audit?actor=partner:par_1/usr-of-par_1&limit=200")))
                .contains(
                        "partner:par_1/usr-of-par_1 GET /api/orders/{id} /api/orders/{id} REFUSED 404",
                        "partner:par_1/usr-of-par_1 GET /api/orders/of/{partnerId} /api/orders/of/{partnerId} REFUSED 404",
                        "partner:par_1/usr-of-par_1 GET /{unknown} REFUSED 404");
    }

    @Test
    void the_log_is_filtered_paged_and_exported_and_its_export_is_recorded() {
        for (int i = 0; i < 3; i++) {
            service.as(TOKENS.finance()).post(ORDERS + "/cancel", "{}");
            service.as(TOKENS.ops()).post(ORDERS + "/cancel", "{}");
        }
        assertThat(items(admin.get("/api/audit?actor=user:fin-1"))).hasSize(3);
        assertThat(items(admin.get("/api/audit?actor=user:fin-1&outcome=REFUSED")))
                .isEmpty();
        assertThat(items(admin.get("/api/audit?resource=/api/orders/cancel&outcome=REFUSED")))
                .hasSize(3);
        assertThat(items(admin.get("/api/audit?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z")))
                .isEmpty();
        assertThat(items(admin.get("/api/audit?from=2020-01-01T00:00:00Z"))).hasSize(6);
        JsonNode first = admin.get("/api/audit?limit=4").json();
        JsonNode second = admin.get(
                        "/api/audit?limit=4&cursor=" + first.path("next").asString())
                .json();
        assertThat(first.path("items").valueStream().map(item -> item.path("sequence")
                        .asInt()))
                .containsExactly(6, 5, 4, 3);
        assertThat(second.path("items").valueStream().map(item -> item.path("sequence")
                        .asInt()))
                .containsExactly(2, 1);
        assertThat(second.has("next")).isFalse();

        Answer file = admin.get("/api/audit/export?actor=user:ops-1");
        assertThat(file.body().lines()).hasSize(4);
        assertThat(file.body()).contains("user:ops-1,POST /api/orders/cancel,/api/orders/cancel,REFUSED,403");
        assertThat(rows(admin.get("/api/audit?actor=user:admin-1")))
                .containsExactly("user:admin-1 GET /api/audit/export /api/audit/export DONE 200");
    }

    @Test
    void only_an_administrator_reads_the_log() {
        assertThat(service.as(TOKENS.ops()).get("/api/audit").status()).isEqualTo(403);
        assertThat(service.as(TOKENS.partner("par_1")).get("/api/audit/export").status())
                .isEqualTo(403);
        assertThat(service.as(TOKENS.finance()).post("/api/audit/verify", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void a_changed_or_removed_entry_is_found_on_demand() {
        for (int i = 0; i < 4; i++) {
            service.as(TOKENS.finance()).post(ORDERS + "/cancel", "{}");
        }
        JsonNode intact = verify("{}");
        assertThat(intact.path("isIntact").asBoolean()).isTrue();
        assertThat(intact.path("checked").asInt()).isEqualTo(4);
        String known = "{\"known\":%s}".formatted(intact.path("last"));
        assertThat(verify(known).path("isIntact").asBoolean()).isTrue();

        set(2, new Document("actor", "user:somebody-else"));
        assertThat(faults(verify("{}"))).containsExactly("2 its actor or its resource does not have its digest");
        set(2, new Document("actor", "user:fin-1").append("outcome", "REFUSED"));
        assertThat(faults(verify("{}"))).containsExactly("2 its content does not have its hash");
        log().deleteOne(new Document("_id", 2L));
        assertThat(faults(verify("{}"))).containsExactly("3 entry 2 is missing");
        assertThat(admin.post("/api/audit/verify", "{\"after\":-1,\"known\":{\"sequence\":1,\"hash\":\"x\"}}")
                        .json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("after", "known.hash");
    }

    @Test
    void a_log_that_was_cut_while_the_service_was_stopped_is_noticed_without_a_known_entry() {
        for (int i = 0; i < 3; i++) {
            service.as(TOKENS.finance()).post(ORDERS + "/cancel", "{}");
        }
        service.close();
        try (com.mongodb.client.MongoClient store = com.mongodb.client.MongoClients.create(servers.mongoUri())) {
            store.getDatabase(servers.database()).getCollection("audit_log").deleteOne(new Document("_id", 3L));
        }
        service = started();
        admin = service.as(TOKENS.admin());
        service.as(TOKENS.finance()).post(ORDERS + "/cancel", "{}");
        service.as(TOKENS.finance()).post(ORDERS + "/cancel", "{}");

        assertThat(faults(verify("{}"))).containsExactly("3 the last entry that this machine has stored is not there");
        assertThat(faults(verify("{}"))).hasSize(1);
    }

    @Test
    void a_forgotten_person_is_no_longer_in_the_log_and_the_chain_verifies() {
        service.as(TOKENS.finance()).post(ORDERS + "/cancel", "{}");
        service.as(TOKENS.ops()).post(ORDERS + "/cancel", "{}");

        Answer forgotten = admin.post("/api/audit/forget", "{\"actor\":\"user:fin-1\"}");

        assertThat(forgotten.json().path("entries").asInt()).isEqualTo(1);
        assertThat(items(admin.get("/api/audit?actor=user:fin-1"))).isEmpty();
        Document entry = log().find(new Document("_id", 1L)).first();
        assertThat(entry).isNotNull().doesNotContainKeys("actor", "salt");
        assertThat(entry.toJson()).doesNotContain("fin-1");
        JsonNode verified = verify("{}");
        assertThat(verified.path("isIntact").asBoolean()).isTrue();
        assertThat(verified.path("forgotten").asInt()).isEqualTo(1);
        assertThat(items(admin.get("/api/audit?resource=/api/orders/cancel&outcome=DONE")))
                .hasSize(1);
        assertThat(admin.post("/api/audit/forget", "{\"actor\":\"anonymous\"}").status())
                .isEqualTo(400);
    }

    @Test
    void nobody_forgets_itself_and_each_forgetting_is_an_entry() {
        Client second = service.as(TOKENS.person("admin-2", "ADMIN"));
        admin.post("/api/audit/verify", "{}");

        for (String self : List.of("user:admin-1", "user:ADMIN-1", "partner:par_1/admin-1")) {
            assertThat(admin.post("/api/audit/forget", "{\"actor\":\"%s\"}".formatted(self))
                            .status())
                    .as(self)
                    .isEqualTo(409);
        }
        assertThat(second.post("/api/audit/forget", "{\"actor\":\"user:admin-1\"}")
                        .status())
                .isEqualTo(200);

        assertThat(rows(admin.get("/api/audit")))
                .containsExactly(
                        "user:admin-2 POST /api/audit/forget /api/audit/forget DONE 200",
                        " POST /api/audit/forget /api/audit/forget REFUSED 409",
                        " POST /api/audit/forget /api/audit/forget REFUSED 409",
                        " POST /api/audit/forget /api/audit/forget REFUSED 409",
                        " POST /api/audit/verify /api/audit/verify DONE 200");
        assertThat(verify("{}").path("isIntact").asBoolean()).isTrue();
    }

    @Test
    void a_flood_without_sign_in_does_not_fill_the_log() {
        for (int i = 0; i < 200; i++) {
            service.anonymous().get(ORDERS + "/o-1");
            service.as(TOKENS.expired()).post(ORDERS, "{}");
        }
        service.as(TOKENS.ops()).post(ORDERS + "/cancel", "{}");

        // At most three minutes begin meanwhile.
        assertThat(items(admin.get("/api/audit?actor=anonymous&limit=200")).count())
                .isBetween(10L, 33L);
        assertThat(items(admin.get("/api/audit?actor=user:ops-1"))).hasSize(1);
        service.close();
        service = started();
        admin = service.as(TOKENS.admin());
        assertThat(rows(admin.get("/api/audit?actor=anonymous&limit=200")).get(0))
                .matches("anonymous \\(more attempts of one client\\) \\d+ refused attempts REFUSED 0");
    }

    @Test
    void two_instances_write_one_chain() {
        try (RunningService second = started()) {
            for (int i = 0; i < 10; i++) {
                service.as(TOKENS.finance()).post(ORDERS + "/cancel", "{}");
                second.as(TOKENS.ops()).post(ORDERS + "/cancel", "{}");
            }
            await().until(() -> log().countDocuments() == 20);
            JsonNode verified = verify("{}");
            assertThat(verified.path("isIntact").asBoolean()).isTrue();
            assertThat(verified.path("checked").asInt()).isEqualTo(20);
        }
    }

    @Test
    void entries_are_stored_when_the_service_stops() {
        service.as(TOKENS.finance()).post(ORDERS + "/cancel", "{}");
        service.close();
        service = started();
        admin = service.as(TOKENS.admin());

        assertThat(items(admin.get("/api/audit"))).hasSize(1);
    }

    private com.mongodb.client.MongoCollection<Document> log() {
        return service.mongo().getCollection("audit_log");
    }

    private void set(long sequence, Document fields) {
        log().updateOne(new Document("_id", sequence), new Document("$set", fields));
    }

    private JsonNode verify(String body) {
        return admin.post("/api/audit/verify", body).json();
    }

    private static List<String> faults(JsonNode verified) {
        return verified.path("faults")
                .valueStream()
                .map(fault -> fault.path("sequence").asString() + " "
                        + fault.path("fault").asString())
                .toList();
    }

    private static Stream<JsonNode> items(Answer answer) {
        return answer.json().path("items").valueStream();
    }

    private static List<String> rows(Answer answer) {
        return items(answer)
                .map(item -> String.join(
                        " ",
                        item.path("actor").asString(),
                        item.path("operation").asString(),
                        item.path("resource").asString(),
                        item.path("outcome").asString(),
                        item.path("status").asString()))
                .toList();
    }
}
