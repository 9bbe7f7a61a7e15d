package io.entente.testkit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.MovableClock;
import io.entente.testkit.RunningService;
import io.entente.testkit.RunningService.Client;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** API keys of systems that can't get a token from the identity server. */
class ApiKeyIT {

    private static final TestTokens TOKENS = TestTokens.shared();
    private static final String ORDERS = "/api/orders";
    private static final String KEYS = "/api/api-keys";
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-31T08:00:00Z"));

    private static RunningService service;
    private static Client admin;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                SecuredApplication.service().initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("clock", Clock.class, () -> CLOCK)));
        admin = service.as(TOKENS.admin());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_system_signs_in_with_its_key_and_may_do_what_its_scopes_say() {
        JsonNode created = create("erp-import", "commission.read", "2026-06-30T00:00:00Z");
        Client system = service.as(created.path("key").asString());

        assertThat(created.path("key").asString()).startsWith("entk_");
        assertThat(system.get(ORDERS).json().path("items").size()).isEqualTo(2);
        assertThat(system.post(ORDERS, "{}").status()).isEqualTo(403);
        assertThat(system.get(KEYS).status()).isEqualTo(403);
        assertThat(admin.get("/api/audit?actor=client:erp-import&outcome=REFUSED")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void the_secret_is_shown_once_and_only_its_hash_is_stored() {
        JsonNode created = create("warehouse", "commission.read", "2026-06-30T00:00:00Z");
        String id = created.path("details").path("id").asString();
        String secret = created.path("key").asString().substring("entk_".length() + id.length() - "key_".length() + 1);

        assertThat(secret).hasSize(43);
        assertThat(admin.get(KEYS).body()).doesNotContain(secret);
        assertThat(admin.get(KEYS + "/" + id).body()).contains(id).doesNotContain(secret);
        for (String collection : service.mongo().getCollectionNames()) {
            for (Document document : service.mongo().getCollection(collection).find()) {
                assertThat(document.toJson()).as(collection).doesNotContain(secret);
            }
        }
    }

    @Test
    void a_creation_that_is_repeated_creates_no_second_key() {
        String body = body("twice", "commission.read", "2026-06-30T00:00:00Z");
        Answer first = admin.post(KEYS, body, "Idempotency-Key: once");
        Answer again = admin.post(KEYS, body, "Idempotency-Key: once");
        Answer other = service.as(TOKENS.person("admin-2", "ADMIN"))
                .post(KEYS, body.replace("twice", "thrice"), "Idempotency-Key: once");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location"))
                .contains(KEYS + "/" + first.json().path("details").path("id").asString());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("detail").asString()).contains("revoke it and create another one");
        assertThat(other.status()).isEqualTo(201);
    }

    @Test
    void a_revoked_key_is_refused_at_once() {
        JsonNode created = create("old", "commission.read", "2026-06-30T00:00:00Z");
        String key = created.path("key").asString();
        String path = KEYS + "/" + created.path("details").path("id").asString();
        assertThat(service.as(key).get(ORDERS).status()).isEqualTo(200);

        Answer revoked = admin.post(path + "/revoke", "{}");

        assertThat(revoked.json().path("revokedBy").asString()).isEqualTo("user:admin-1");
        assertThat(service.as(key).get(ORDERS).status()).isEqualTo(401);
        assertThat(admin.post(path + "/revoke", "{}").json()).isEqualTo(revoked.json());
        assertThat(admin.post(KEYS + "/key_unknown/revoke", "{}").status()).isEqualTo(404);
    }

    @Test
    void a_key_expires_and_its_last_use_is_shown() {
        JsonNode created = create(
                "nightly", "commission.read", CLOCK.instant().plusSeconds(7_200).toString());
        String key = created.path("key").asString();
        String path = KEYS + "/" + created.path("details").path("id").asString();
        assertThat(admin.get(path).json().has("lastUsedAt")).isFalse();

        CLOCK.move(Duration.ofHours(1));
        assertThat(service.as(key).get(ORDERS).status()).isEqualTo(200);
        assertThat(Instant.parse(admin.get(path).json().path("lastUsedAt").asString()))
                .isEqualTo(CLOCK.instant());
        CLOCK.move(Duration.ofHours(1));
        assertThat(service.as(key).get(ORDERS).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entk_",
                "entk_01k2m8zq4v01k2m8zq4v01k2m8_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "entk_$ne_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "entk_01k2m8zq4v"
            })
    void a_key_that_is_none_is_401_everywhere(String key) {
        for (String path : List.of(ORDERS, "/no/such/path", "/actuator/health")) {
            Answer answer = service.as(key).get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate").orElse("")).contains("error=\"invalid_token\"");
            assertThat(answer.json().path("detail").asString())
                    .isEqualTo("The token is not accepted: The API key is unknown, has expired or was revoked.");
        }
    }

    @Test
    void the_right_key_with_another_secret_is_refused() {
        String key = create("guess", "commission.read", "2026-06-30T00:00:00Z")
                .path("key")
                .asString();
        char last = key.charAt(key.length() - 1);

        assertThat(service.as(key.substring(0, key.length() - 1) + (last == 'A' ? 'Q' : 'A'))
                        .get(ORDERS)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void every_wrong_field_of_a_new_key_is_named() {
        assertThat(errors(admin.post(KEYS, "{\"client\":\"a b\",\"scopes\":[]}")))
                .containsExactlyInAnyOrder("client", "scopes", "expiresAt");
        assertThat(errors(admin.post(KEYS, body("erp-next", "commission.everything", "2028-01-01T00:00:00Z"))))
                .containsExactlyInAnyOrder("scopes[0]", "expiresAt");
        assertThat(service.as(TOKENS.ops()).post(KEYS, "{}").status()).isEqualTo(403);
    }

    @Test
    void a_key_that_may_write_is_accepted_when_a_second_person_with_that_right_has_approved_it() {
        Client both = service.as(TOKENS.person("boss", "ADMIN", "FINANCE"));
        JsonNode created = both.post(KEYS, body("ledger", "commission.write", "2026-06-30T00:00:00Z"))
                .json();
        Client system = service.as(created.path("key").asString());
        String path = KEYS + "/" + created.path("details").path("id").asString();

        assertThat(created.path("details").path("waitsFor").asString()).isEqualTo("FINANCE");
        assertThat(system.get(ORDERS).status()).isEqualTo(401);
        assertThat(both.post(path + "/approve", "{}").status()).isEqualTo(409);
        assertThat(service.as(TOKENS.person("Boss", "FINANCE"))
                        .post(path + "/approve", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(service.as(TOKENS.ops())
                        .post(path + "/approve", "{}")
                        .json()
                        .path("detail")
                        .asString())
                .isEqualTo("This needs FINANCE.");
        assertThat(service.as(TOKENS.admin()).post(path + "/approve", "{}").status())
                .isEqualTo(403);

        Answer approved = service.as(TOKENS.finance()).post(path + "/approve", "{}");
        assertThat(approved.json().path("approvedBy").asString()).isEqualTo("user:fin-1");
        assertThat(approved.json().has("waitsFor")).isFalse();
        assertThat(service.as(TOKENS.finance()).post(path + "/approve", "{}").json())
                .isEqualTo(approved.json());
        assertThat(system.get(ORDERS).status()).isEqualTo(403);
    }

    @Test
    void nobody_approves_its_own_key_in_another_spelling_of_its_address() {
        JsonNode created = service.as(TOKENS.person("grace@firm.example", "ADMIN"))
                .post(KEYS, body("granary", "commission.write", "2026-06-30T00:00:00Z"))
                .json();
        String path = KEYS + "/" + created.path("details").path("id").asString();

        for (String spelling : List.of("grace@firm.example", "Grace@FIRM.example", " grace@firm.example ")) {
            assertThat(service.as(TOKENS.person(spelling, "FINANCE"))
                            .post(path + "/approve", "{}")
                            .status())
                    .as(spelling)
                    .isEqualTo(409);
        }
        assertThat(service.as(TOKENS.person("grete@firm.example", "FINANCE"))
                        .post(path + "/approve", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_key_that_was_revoked_while_it_waited_is_never_accepted() {
        JsonNode created = create("harbour", "crm.write", "2026-06-30T00:00:00Z");
        String path = KEYS + "/" + created.path("details").path("id").asString();

        assertThat(admin.post(path + "/revoke", "{}").json().has("waitsFor")).isFalse();
        assertThat(service.as(TOKENS.ops()).post(path + "/approve", "{}").status())
                .isEqualTo(409);
        assertThat(service.as(created.path("key").asString()).get(ORDERS).status())
                .isEqualTo(401);
    }

    @Test
    void a_name_is_used_once_and_is_no_machine_clients() {
        JsonNode first = create("depot", "commission.read", "2026-06-30T00:00:00Z");
        admin.post(KEYS + "/" + first.path("details").path("id").asString() + "/revoke", "{}");

        for (String name : List.of("depot", "DEPOT", "erp", "Crm", "metrics")) {
            Answer refused = admin.post(KEYS, body(name, "commission.read", "2026-06-30T00:00:00Z"));
            assertThat(refused.status()).as(name).isEqualTo(422);
            assertThat(errors(refused)).containsExactly("client");
        }
        service.mongo()
                .getCollection("api_keys")
                .insertOne(new Document("_id", "key_old").append("client", "from-before"));
        assertThat(admin.post(KEYS, body("from-before", "commission.read", "2026-06-30T00:00:00Z"))
                        .status())
                .isEqualTo(422);
        service.mongo().getCollection("api_keys").deleteOne(new Document("_id", "key_old"));
    }

    @Test
    void a_key_has_the_rights_of_one_role_only() {
        Answer refused = admin.post(
                KEYS,
                "{\"client\":\"everything\",\"scopes\":[\"commission.write\",\"crm.write\"],\"expiresAt\":\"2026-06-30T00:00:00Z\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(errors(refused)).containsExactly("scopes");
    }

    private static List<String> errors(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }

    private static JsonNode create(String client, String scope, String expiresAt) {
        return admin.post(KEYS, body(client, scope, expiresAt)).json();
    }

    private static String body(String client, String scope, String expiresAt) {
        return "{\"client\":\"%s\",\"scopes\":[\"%s\"],\"expiresAt\":\"%s\"}".formatted(client, scope, expiresAt);
    }
}
